// The SOPs beside account manager escalation, edited where the rest of the settings is.
import { settingsAreSound } from './sound';
import { openTheatre, type Theatre, Window } from './window';

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('other procedures, %s, %i pixels wide', (mode, width) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark', width });
    await window.fresh('alex.kim');
    await window.go('/admin');
  });
  afterAll(() => theatre.close());
  const button = (name: string | RegExp) =>
    window.app.getByRole('button', { name, exact: typeof name === 'string' });
  const says = (text: string | RegExp): Promise<void> =>
    window.app.getByText(text).first().waitFor();

  const isSound = (): Promise<void> => settingsAreSound(theatre, window, width);

  it('a number out of bounds is refused at its field, and a good one is told as a change in words', async () => {
    const { app } = window;
    await app.getByRole('tab', { name: 'Other procedures' }).click();
    await says('Accounts that get more attention');
    await isSound();
    await button('Edit Change requests in Employee Benefits Help').click();
    await app.getByText('how long each has, and who hears of it').click();
    const stale = app.getByLabel('The engineer is reminded after');
    await stale.fill('99');
    await says('Write a whole number from 1 to 60.');
    await button('Save to the draft').click();
    await says('Something has to be corrected before this can be published');
    await isSound();
    await stale.fill('5');
    await app.getByText('beside those of the SOP').click();
    await button('Add: step').last().click();
    await app.getByLabel('What it is called').fill('Legal review');
    await isSound();
    await button('Save to the draft').click();
    await says('2 changes not in force yet.');
    await button('Back').click();
  });

  it('an SOP begins with its usual values in one press, by keyboard, and every change stands in the review', async () => {
    const { app, page } = window;
    await button(
      'Begin with the usual values: Access requests of new engineers in Software Support',
    ).focus();
    await page.keyboard.press('Enter');
    await app
      .getByRole('heading', { name: 'Access requests of new engineers: Software Support' })
      .waitFor();
    await app.getByText('three ladders').click();
    await isSound();
    await button('Back').click();
    await button('Edit Hybrid accounts').click();
    await app.getByText('the names of products').click();
    await button('Add: name').click();
    await isSound();
    await app.getByLabel('Name', { exact: true }).last().fill('Learning Suite');
    await button('Save to the draft').click();
    await says('4 changes not in force yet.');
    await button('Back').click();
    await button('Review and publish').click();
    await says(
      'the days without a word on progress until the engineer is reminded goes from 3 to 5 working days',
    );
    await says('“Legal review”'.replace(/[“”]/gu, '"'));
    await says('how access requests run is new');
    await says('"Learning Suite" is learning');
  });
});
