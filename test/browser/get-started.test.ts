import { settingsAreSound } from './sound';
import { openTheatre, type Theatre, Window } from './window';

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('the settings, %s, %i pixels wide', (mode, width) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark', width });
    await window.fresh('alex.kim');
    await window.host.settled();
    const panel = { module: 'ticket-panel', issue: 'EBH-3', as: 'ben.ito@relay.example' };
    const seen = (await window.host.invoke({ ...panel, call: 'ticket.get', payload: {} })) as {
      value: { revision: number };
    };
    await window.host.invoke({
      ...panel,
      call: 'account-manager.request',
      payload: {
        entryId: 'payroll-export',
        note: 'Who pays for the gap?',
        expectedRevision: seen.value.revision,
      },
    });
    await window.host.as('ben.ito@relay.example').transition('EBH-3', 'Waiting for Support');
    window.host.faults.set({ appCannotBrowse: ['SS'] });
    await window.host.settled();
  });
  afterAll(() => theatre.close());

  const isSound = (): Promise<void> => settingsAreSound(theatre, window, width);

  it('"Get started" comes first, and checks everything at a key', async () => {
    await window.go('/admin');
    const check = window.app.getByRole('button', { name: 'Check everything' });
    await check.waitFor();
    const unchecked = window.app.getByText('parts were not checked yet');
    await unchecked.first().waitFor();
    expect(await unchecked.count()).toBe(1);
    await isSound();
    await check.focus();
    await window.page.keyboard.press('Enter');
    await window.app.getByText('lacks the permission "Browse projects" in project SS').waitFor();
    await window.app.getByText('1 thing stands in the way').waitFor();
    await check.and(window.app.locator(':enabled')).waitFor();
    await isSound();
  });

  it('one part can be checked again once it is mended; the others stay', async () => {
    window.host.faults.set({ appCannotBrowse: [] });
    await window.app.getByRole('button', { name: /^Check again Software Support/u }).click();
    await window.app.getByText('lacks the permission').waitFor({ state: 'detached' });
    expect(await window.app.getByText('stands in the way').count()).toBe(0);
    expect(await window.app.getByText('not checked yet').count()).toBe(0);
  });

  it('"Activity" names the ticket, why, and what to do, and loses it when it is mended', async () => {
    await window.app.getByRole('tab', { name: 'Activity' }).click();
    await window.app
      .getByText('Maya Ortiz is still asked, but the ticket is in Waiting for Support.')
      .first()
      .waitFor();
    await window.app
      .getByRole('button', { name: /^Why\?/u })
      .first()
      .focus();
    await window.page.keyboard.press('Enter');
    await window.app
      .getByText('A response is received when somebody answers, not when the status changes.')
      .waitFor();
    await isSound();
    // The rule is one click away, at its sentence in the written SOP.
    await window.app.getByRole('button', { name: 'Open it in the written SOP' }).first().click();
    await window.app.locator('[data-clause]:focus').waitFor();
    expect(await window.app.locator('[data-clause]:focus').isVisible()).toBe(true);
    await isSound();
    await window.app.getByRole('tab', { name: 'Activity' }).click();
    // The list is read anew: it has the row before that is mended.
    await window.app.getByText('is still asked').first().waitFor();
    await window.host
      .as('ben.ito@relay.example')
      .transition('EBH-3', 'Waiting for Account Manager');
    await window.app.getByRole('button', { name: /^Look again/u }).click();
    await window.app
      .getByText('is still asked')
      .first()
      .waitFor({ state: 'detached', timeout: 15_000 });
  });

  it('a manager field that somebody threw away is created again, after it was shown what would be made', async () => {
    const { app, page, host } = window;
    const as = host.as('alex.kim@relay.example');
    const { body } = await as.request('GET', '/rest/api/3/field');
    const old =
      (body as { id: string; name: string }[]).find(({ name }) => name === 'Regional Manager')
        ?.id ?? '';
    await as.request('POST', `/rest/api/3/field/${old}/trash`);
    await app.getByRole('tab', { name: 'Get started' }).click();
    await app.getByRole('button', { name: /^Check again Employee Benefits/u }).click();
    await app.getByRole('button', { name: 'Create Regional Manager …' }).focus();
    await page.keyboard.press('Enter');
    await app.getByText('In every project of this site, but on no screen yet.').waitFor();
    await isSound();
    await app.getByRole('button', { name: 'Create the field in Jira' }).focus();
    await page.keyboard.press('Enter');
    await app.getByText('The field Regional Manager was created.').first().waitFor();
    await app.getByText('Publish the draft, which names the field now.').waitFor();
    await isSound();
    await app.getByRole('button', { name: 'Use Regional Manager' }).click();
    await app.getByRole('button', { name: 'Use Regional Manager' }).waitFor({ state: 'detached' });
  });
});
