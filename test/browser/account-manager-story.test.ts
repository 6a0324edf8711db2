import { openTheatre, type Theatre, Window } from './window';

describe('the story of a request, in a browser', () => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());
  beforeEach(async () => {
    window = await Window.open(theatre);
  });
  afterEach(async () => {
    const reports = await (
      await window.page.request.get(`${theatre.server.url}/__host/csp-reports`)
    ).json();
    expect(window.complaints).toEqual([]);
    expect(reports).toEqual([]);
    expect(window.host.unmodelled()).toEqual([]);
    await window.close();
  });

  /** The agent asks, in the dialog, and sees the ticket wait. */
  async function request(key: string, note: string): Promise<void> {
    await window.go(`/browse/${key}`);
    await window.app.getByRole('button', { name: 'Request response' }).click();
    await window.dialog.getByLabel(/What do you need/u).fill(note);
    await window.dialog.getByText('What will happen').waitFor();
    await window.dialog.getByRole('button', { name: 'Request response' }).click();
    await window.button('Waiting for Account Manager').waitFor();
    await window.app.getByText('has the ball').waitFor();
  }

  it('an agent asks, nobody answers, management takes over, and the regional manager answers from the gadget', async () => {
    await window.fresh('ben.ito');
    await request('EBH-3', 'Who pays for the gap in the dental deductions?');
    await window.app.getByText('Maya Ortiz has the ball').waitFor();

    await window.forward('Forward by one hour');
    await window.forward('Forward by one hour');
    await window.button('Waiting for Management').waitFor();
    await window.app.getByText('Tom Reyes has the ball').waitFor();
    const people = await window.host
      .as('alex.kim@relay.example')
      .get<{ fields: Record<string, unknown> }>('EBH-3', 'fields=*all');
    expect(JSON.stringify(people.fields)).toContain('Tom Reyes');

    await window.become('tom.reyes');
    await window.go('/dashboard');
    await window.app.getByRole('button', { name: 'Answer EBH-3' }).click();
    await window.app.getByRole('textbox').fill('We pay for it. I have told the carrier.');
    await window.app.getByRole('button', { name: 'Post and hand back' }).click();
    await window.app.getByText('Nobody is waiting for you').waitFor();

    await window.become('ben.ito');
    await window.go('/browse/EBH-3');
    await window.button('Waiting for Support').waitFor();
    await window.page.getByText('We pay for it. I have told the carrier.').first().waitFor();
  });

  it('the same where one person is both managers: the fallback is asked', async () => {
    await window.fresh('sara.novak');
    const [ticket] = await window.host
      .as('alex.kim@relay.example')
      .search('organizations = "Cedar Savings" AND statusCategory != Done', ['summary']);
    await request(ticket?.key ?? '', 'Has the customer agreed to the new terms?');
    await window.app.getByText('Ruth Adler has the ball').waitFor();
    await window.forward('Forward by one day');
    await window.button('Waiting for Management').waitFor();
    const seen = await window.host.invoke({
      module: 'ticket-panel',
      issue: ticket?.key ?? '',
      as: 'sara.novak@relay.example',
      call: 'ticket.get',
      payload: {},
    });
    expect(JSON.stringify(seen)).toContain(
      'Victor Hale, because Ruth Adler is both account manager and regional manager.',
    );
  });

  it('a customer’s reply brings the ticket to support with a banner, and "put back" returns it', async () => {
    await window.fresh('ben.ito');
    await request('EBH-3', 'Who pays for the gap in the dental deductions?');
    await window.become('nora.quist');
    await window.go('/portal');
    await window.page.getByText('Dental deductions missing').first().click();
    await window.page.getByRole('textbox').fill('Any news? It is urgent for us.');
    await window
      .button(/Send|Reply|Add/u)
      .last()
      .click();
    await window.page.getByText('Any news? It is urgent for us.').first().waitFor();
    expect(await window.page.content()).not.toMatch(/Maya Ortiz|Tom Reyes|Who pays/u);

    await window.become('ben.ito');
    await window.go('/browse/EBH-3');
    await window.button('Waiting for Support').waitFor();
    await window.app.getByRole('button', { name: 'No reply needed, put back' }).click();
    await window.button('Waiting for Account Manager').waitFor();
  });

  it('works with the keyboard alone, and every answer "why" opens', async () => {
    await window.fresh('ben.ito');
    await window.go('/browse/EBH-3');
    const ask = window.app.getByRole('button', { name: 'Request response' });
    await ask.focus();
    await window.page.keyboard.press('Enter');
    const note = window.dialog.getByLabel(/What do you need/u);
    await note.waitFor();
    await note.focus();
    await window.page.keyboard.type('Has the carrier confirmed the new plan?');
    const send = window.dialog.getByRole('button', { name: 'Request response' });
    await send.focus();
    await window.page.keyboard.press('Enter');
    await window.app.getByText('Maya Ortiz has the ball').waitFor();
    const why = window.app.getByRole('button', { name: /^Why\?/u }).first();
    await why.focus();
    await window.page.keyboard.press('Enter');
    await window.app
      .getByText(/AM-\d\d/u)
      .first()
      .waitFor();
    // The sentence itself stands there: an agent may not open the settings.
    await window.app
      .getByText(/^What the SOP says under A/u)
      .first()
      .waitFor();
    expect(await window.app.getByText('Open it in the written SOP').count()).toBe(0);
  });
});
