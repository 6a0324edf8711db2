import { readFile } from 'node:fs/promises';
import { findings } from './axe';
import { openTheatre, type Theatre, Window } from './window';

describe.each(['light', 'dark'])('the settings, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark', width: 1280 });
  });
  beforeEach(async () => {
    await window.fresh('alex.kim');
    await window.go('/admin');
  });
  const accessible = async (): Promise<void> => {
    const frame = window.page
      .frames()
      .find((one) => one.url().startsWith(theatre.server.resourceUrl));
    expect(frame && (await findings(frame))).toEqual([]);
  };
  afterEach(async () => {
    await accessible();
    expect(window.complaints).toEqual([]);
  });
  afterAll(() => theatre.close());
  const tab = (name: string): Promise<void> => window.app.getByRole('tab', { name }).click();
  const button = (name: string | RegExp) =>
    window.app.getByRole('button', { name, exact: typeof name === 'string' });
  const says = (text: string | RegExp): Promise<void> =>
    window.app.getByText(text).first().waitFor();

  it('calendars: hours as people write them, what they mean, and what is wrong at its field', async () => {
    const { app } = window;
    await tab('Calendars');
    await button('Edit Office hours').click();
    await says('Asked on Friday 6 March at 16:30 with 4 hours: due on Monday 9 March at 12:30.');
    await app.getByLabel('Friday').fill('9-15');
    await app.getByLabel('Thursday').focus();
    await says('Asked on Friday 6 March at 14:30 with 4 hours: due on Monday 9 March at 12:30.');
    await app.getByLabel('Friday').fill('mornings');
    await app.getByLabel('Thursday').focus();
    await says('Write working hours as "09:00-17:00".');
    await accessible();
    await app.getByLabel('Friday').fill('9-15');
    await app.getByLabel('Thursday').focus();
    await says('Not saved yet: calendar “Office hours”.');
    await button('Save to the draft').click();
    await says('1 change not in force yet.');
    await app.getByText('Not saved yet').first().waitFor({ state: 'detached' });
    // Every queue uses it: it cannot be removed. The other one can.
    expect(await button('Remove this calendar').count()).toBe(0);
    await button('Add a calendar').click();
    await app.getByLabel('Name').last().fill('Night shift');
    await button('Add').click();
    await says('2 changes not in force yet.');
  });

  it('roles: people in order, moved and saved by keyboard alone', async () => {
    const { app, page } = window;
    await tab('Roles and absences');
    await button('Move Ines Duarte up').focus();
    await page.keyboard.press('Enter');
    await says('Not saved yet: “In the regional manager’s place”.');
    // The person took the focus along: to the button that is left at the top.
    await app.locator('button:focus').and(button('Move Ines Duarte down')).waitFor();
    await button('Save to the draft').focus();
    await page.keyboard.press('Enter');
    await says('1 change not in force yet.');
    await button('Add somebody: DevOps').focus();
    await page.keyboard.press('Enter');
    await app.getByLabel('Add to “DevOps”').focus();
    // Whoever types fast is done before the answer is there: the choice waits for it, and is never one of the old list.
    await page.keyboard.type('Sami');
    await page.keyboard.press('Enter');
    await says(/Not saved yet: “DevOps”/u);
  });

  it('absences: in force at once, with what does not work about them', async () => {
    const { app } = window;
    await tab('Roles and absences');
    await button('Edit absence and calendar of Maya Ortiz').click();
    await app.getByText('Maya Ortiz is away').click();
    await button('Save').click();
    await says('This is missing.');
    await app.getByLabel('Who stands in').fill('Jonas');
    await app.getByRole('option', { name: 'Jonas Weber' }).click();
    await app.getByLabel('Until').fill('2026-03-01T09:00');
    await button('Save').click();
    await says('The absence ends before it begins.');
    await app.getByLabel('Until').fill('2026-03-09T09:00');
    await button('Save').click();
    await says('Jonas Weber stands in');
    await button('Edit absence and calendar of Jonas Weber').click();
    await app.getByText('Jonas Weber is away').click();
    await app.getByLabel('Who stands in').fill('Maya');
    await app.getByRole('option', { name: 'Maya Ortiz' }).click();
    await button('Save').click();
    await says('nobody of the two is there');
    await button('Edit absence and calendar of Jonas Weber').click();
    await button('End this absence').click();
    await app.getByText('nobody of the two is there').first().waitFor({ state: 'detached' });
  });

  it('queues: the SOP follows the form, errors stand at their fields, and nothing is lost on the way to another tab', async () => {
    const { app } = window;
    await tab('Queues and SOPs');
    await says('The SOP in words');
    await button('Edit Employee Benefits Help').click();
    const sop = app.getByRole('complementary', { name: 'The SOP of Employee Benefits Help' });
    await sop
      .getByText(
        'The account manager responds within 2 business hours, 30 business minutes at Highest.',
      )
      .waitFor();
    await button('Payroll export is blocked').click();
    await app.getByLabel('Responds within').first().fill('6 h');
    await sop
      .getByText(
        'The account manager responds within 6 business hours, 30 business minutes at Highest.',
      )
      .waitFor();
    await app.getByLabel('Responds within').first().fill('soon');
    await says('Write a time such as 4 h, 90 min or 1 h 30 min.');
    await app.getByLabel('Responds within').first().fill('999 h');
    await says('The response time must be at most 13440.');
    await app.getByLabel('Responds within').first().fill('6 h');
    await app.getByText('How the SOP is read').click();
    await app.getByText('The agent is told to escalate').click();
    await sop
      .getByText('Without a response by the due time the agent is told to escalate')
      .waitFor();
    await app.getByText('Where things are in Jira').click();
    await app.getByText('Notes, promises and customer replies').click();
    await accessible();
    await button('Move Payroll export is blocked down').click();
    await tab('Calendars');
    await says('Not saved yet: queue “Employee Benefits Help”.');
    await tab('Queues and SOPs');
    await button('Edit Employee Benefits Help').click();
    await button('Save to the draft').click();
    await says('3 changes not in force yet.');
    await button('Review and publish').click();
    await says('Response time of "Payroll export is blocked" goes from 2 to 6 business hours.');
  });

  it('a new queue is filled in as far as Jira’s names tell, and can be removed again', async () => {
    const { app } = window;
    await tab('Queues and SOPs');
    await button('Edit Team Operations').click();
    await button('Remove this queue').click();
    await app
      .getByRole('group', { name: 'Remove this queue' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await button('Add a queue').click();
    await app.getByLabel('Service project').fill('Team');
    await app.getByRole('option', { name: 'Team Operations (OPS)' }).click();
    await button('Add').click();
    await app
      .getByRole('complementary', { name: 'The SOP of Team Operations' })
      .getByText('"Other", for any request')
      .waitFor();
    await button('Add an entry').click();
    const name = () => app.getByRole('textbox', { name: 'Name', exact: true });
    await name().fill('');
    await says('The name of the SOP entry is empty.');
    await name().fill('Contract ends');
    await button('Save to the draft').click();
    await says(/changes? not in force yet\.$/u);
  });

  it('versions: published with a comment, compared, restored; exported and imported into the draft', async () => {
    const { app, page, host } = window;
    await tab('Roles and absences');
    await button('Move Ines Duarte up').click();
    await button('Save to the draft').click();
    await button('Review and publish').click();
    await says(
      'The fallback list goes from Victor Hale, then Ines Duarte to Ines Duarte, then Victor Hale.',
    );
    await button('Publish as version 2').click();
    await says('Say in a sentence what changes.');
    await app.getByLabel('What changes and why, in a sentence').fill('Ines takes over');
    await page.keyboard.press('Enter');
    await says('This is version 2, as it is in force.');
    await says('Ines takes over');
    const download = page.waitForEvent('download');
    await button('Download the settings').click();
    const path = await (await download).path();
    expect((await download).suggestedFilename()).toBe('account-relay-version-2.json');
    await button('Restore version 1').click();
    await says(
      'The fallback list goes from Ines Duarte, then Victor Hale to Victor Hale, then Ines Duarte.',
    );
    await accessible();
    await button('Restore as version 3').click();
    await says('This is version 3, as it is in force.');
    // Time stands still on this stage, and Jira lets an app look for people only so often in one second.
    await host.advance('PT1M');
    await app.locator('input[type=file]').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: await readFile(path),
    });
    await says('settings.json can be applied');
    // By keyboard: Jira's flags stand over this corner for a while.
    await button('Put the settings into the draft').press('Enter');
    await says('1 change not in force yet.');
    await button('Discard the draft').click();
    await button('Discard').click();
    await says('This is version 3, as it is in force.');
  });

  it('two administrators: whoever is late sees what the other did, and loses nothing', async () => {
    const { app, host } = window;
    await tab('Calendars');
    await button('Edit London office hours').click();
    await app.getByLabel('Name').fill('London');
    const call = { module: 'relay-settings', as: 'alex.kim@relay.example' };
    const { value } = (await host.invoke({ ...call, call: 'draft.get', payload: {} })) as {
      value: { form: { fallback: string[] } };
    };
    await host.invoke({
      ...call,
      call: 'draft.edit',
      payload: {
        edit: { part: 'fallback', key: '', value: value.form.fallback.slice(0, 1) },
        expectedRevision: 0,
      },
    });
    await button('Save to the draft').click();
    await says('Changed meanwhile');
    await says('Not saved yet: calendar');
    await button('Save to the draft').click();
    await says('2 changes not in force yet.');
  });
});

describe.each(['light', 'dark'])('an account manager who goes away, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark' });
    await window.fresh('maya.ortiz');
  });
  afterAll(() => theatre.close());

  it('says so in the gadget, by keyboard alone, and comes back', async () => {
    const { app, page } = window;
    await window.go('/dashboard');
    await app.getByRole('button', { name: 'Away' }).focus();
    await page.keyboard.press('Enter');
    await app.getByLabel('Who stands in').focus();
    await page.keyboard.type('Jonas');
    await page.keyboard.press('Control+Enter');
    await app.getByText('You are away until').waitFor();
    await app.getByRole('button', { name: 'Away' }).click();
    await app.getByRole('button', { name: 'I am back' }).waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(theatre.server.resourceUrl));
    expect(frame && (await findings(frame))).toEqual([]);
    await app.getByRole('button', { name: 'I am back' }).click();
    await app.getByText('You are away until').waitFor({ state: 'detached' });
    expect(window.complaints).toEqual([]);
  });
});
