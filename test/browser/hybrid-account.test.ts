// A hybrid account, walked by both departments.
import ICAL from 'ical.js';
import type { FrameLocator } from 'playwright-core';
import { findings } from './axe';
import { taken } from './downloads';
import { openTheatre, type Theatre, Window } from './window';

const mail = (name: string): string => `${name}@relay.example`;

describe.each(['light', 'dark'])('hybrid accounts, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  /** A ticket of Northwind Credit Union, which is hybrid. */
  let shared: string;
  let onboarding: string;
  const hybrid = (): FrameLocator =>
    window.page.frameLocator('iframe[title*="Hybrid account"]').first();

  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark' });
    await window.fresh('ben.ito');
    const { body } = await window.host
      .as(mail('alex.kim'))
      .request<{ values: { id: string; name: string }[] }>(
        'GET',
        '/rest/servicedeskapi/organization?limit=50',
      );
    const agent = window.host.as(mail('ben.ito'));
    shared = (
      await agent.raise({
        project: 'EBH',
        requestType: 'Benefits question',
        summary: 'A plan is missing',
        description: 'It was there last week.',
        onBehalfOf: mail('nora.quist'),
      })
    ).key;
    await agent.edit(shared, {
      Organizations: body.values
        .filter(({ name }) => name === 'Northwind Credit Union')
        .map(({ id }) => Number(id)),
    });
  });
  afterEach(async () => {
    for (const frame of window.page
      .frames()
      .filter((one) => one.url().startsWith(theatre.server.resourceUrl)))
      expect(await findings(frame)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
  afterAll(() => theatre.close());

  it('both departments bring a hybrid account aboard', async () => {
    await window.become('noor.haddad');
    await window.go(`/browse/${shared}`);
    await hybrid().getByRole('button', { name: 'Closed won' }).click();
    await hybrid().getByLabel('Opportunity').fill('006Q7');
    await hybrid().getByRole('button', { name: 'Open the onboarding' }).click();
    const said = await window.page
      .getByText(/The onboarding is OPS-\d+/u)
      .first()
      .innerText();
    onboarding = /OPS-\d+/u.exec(said)?.[0] ?? '';
    await window.go(`/browse/${onboarding}`);
    await hybrid().getByRole('button', { name: 'I have posted it' }).click();
    await hybrid().getByText('Waiting for Fully-Managed Credentialing').waitFor();
    await window.become('petra.vance');
    await window.go(`/browse/${onboarding}`);
    await hybrid().getByRole('button', { name: 'Acknowledge' }).click();
    await hybrid()
      .getByRole('button', { name: 'Mark as done Onboarding call of Fully-Managed Credentialing' })
      .click();
    await hybrid().getByText('Acknowledged by Petra Vance').waitFor();
    await window.become('dana.fox');
    await window.go(`/browse/${onboarding}`);
    await hybrid().getByRole('button', { name: 'Mark as done Onboarding call of the CSM' }).click();
    await hybrid()
      .getByLabel('Link to the Onboarding Object')
      .fill('https://records.relay.example/northwind');
    await hybrid()
      .getByRole('button', { name: 'Mark as done Update the Onboarding Object' })
      .click();
    await hybrid().getByText('Set the time of the meeting first.').waitFor();
    await hybrid().getByLabel('When?').fill('2026-03-05T10:00');
    await hybrid().getByRole('button', { name: 'Set meeting' }).click();
    const ics = await taken(window.page, () =>
      hybrid().getByRole('button', { name: 'Download .ics' }).click(),
    );
    const component = new ICAL.Component(
      ICAL.parse(ics.toString('utf8')) as unknown[],
    ).getFirstSubcomponent('vevent');
    expect(component?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-03-05T15:00:00Z');
  });

  it('an update is new for the other department until it acknowledges it', async () => {
    await window.go(`/browse/${shared}`);
    await hybrid().getByRole('button', { name: 'Share an update' }).click();
    await hybrid().getByLabel('What is new?').fill('A fix is planned for Thursday.');
    await hybrid().getByRole('button', { name: 'Share with Fully-Managed Credentialing' }).click();
    await hybrid().getByText('Not seen yet').waitFor();
    await window.become('petra.vance');
    await window.go(`/browse/${shared}`);
    await hybrid().getByText('1 new for you').waitFor();
    await window.app.getByText('1 not acknowledged').waitFor();
    await hybrid().getByRole('button', { name: 'Acknowledge 1 update' }).click();
    await hybrid().getByText('Seen', { exact: true }).waitFor();
    await hybrid().getByRole('button', { name: 'Integration guide' }).click();
    await hybrid().getByText('ADP or Paylocity').click();
    await hybrid().getByRole('button', { name: 'Save what was checked' }).click();
    await hybrid().getByText('Checked by Petra Vance').waitFor();
  });

  it('a department asks the other, which answers in the panel', async () => {
    await window.go(`/browse/${shared}`);
    await hybrid().getByRole('button', { name: 'Ask Customer Success' }).click();
    await hybrid()
      .getByLabel('What do you want to know?')
      .fill('Which start date have you told them?');
    await hybrid().getByRole('button', { name: 'Ask', exact: true }).click();
    await hybrid().getByText('Touching base').waitFor();
    await window.become('dana.fox');
    await window.go(`/browse/${shared}`);
    await hybrid().getByRole('button', { name: 'Answer', exact: true }).click();
    await hybrid().getByRole('textbox', { name: 'Answer' }).fill('The ninth of March.');
    await hybrid().getByRole('button', { name: 'Answer', exact: true }).click();
    await hybrid().getByText('Answered', { exact: true }).waitFor();
    await hybrid().getByText('The ninth of March.').waitFor();
  });

  it('a maintenance is announced to all hybrid accounts, which the settings count until it is seen', async () => {
    const { key } = await window.host.as(mail('ben.ito')).raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Maintenance on Saturday',
      description: 'The file exchange.',
      onBehalfOf: mail('nora.quist'),
    });
    await window.go(`/browse/${key}`);
    await hybrid().getByRole('button', { name: 'Announce maintenance' }).click();
    await hybrid().getByRole('button', { name: 'Announce to both departments' }).click();
    await hybrid().getByText('Choose the accounts that are affected.').waitFor();
    await hybrid().getByText('All 2').click();
    await hybrid()
      .getByLabel('What happens when?')
      .fill('The file exchange is down on Saturday from 8 to 10.');
    await hybrid()
      .getByLabel('Text for the customer’s admin')
      .fill('Imports wait on Saturday morning and run afterwards.');
    await hybrid().getByRole('button', { name: 'Announce to both departments' }).click();
    await hybrid().getByText('1 not seen by Fully-Managed Credentialing').waitFor();
    await hybrid()
      .getByText('Imports wait on Saturday morning and run afterwards.')
      .first()
      .waitFor();
    await window.become('alex.kim');
    await window.go('/admin');
    await window.app.getByRole('tab', { name: 'Accounts' }).click();
    await window.app.getByRole('row', { name: /Cedar Savings.*1 not acknowledged/u }).waitFor();
  });
});
