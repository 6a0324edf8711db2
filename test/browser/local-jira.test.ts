import { openTheatre, type Theatre, Window } from './window';

describe('the pages of the local Jira', () => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());
  beforeEach(async () => {
    window = await Window.open(theatre);
    await window.fresh('ben.ito');
  });
  afterEach(() => window.close());

  const read = (key: string): Promise<{ fields: Record<string, unknown> }> =>
    window.host.as('alex.kim@relay.example').get(key, 'fields=*all');

  it('lead from the tour into a story, and from one person of it to the next', async () => {
    await window.go('/');
    await window.page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await window.page
      .getByRole('heading', { name: 'Dental deductions missing from the February export' })
      .waitFor();
    await window.page.getByRole('button', { name: 'Next', exact: true }).click();
    await window.button('Next: become Tom Reyes').click();
    await window.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await window.button(/^Tom Reyes/u).waitFor();
  });

  it('show a queue, open its tickets, and search by words, key and JQL', async () => {
    await window.go('/');
    await window.page
      .getByRole('link', { name: /^Waiting for Customer/u })
      .first()
      .click();
    await window.page
      .getByRole('cell', { name: 'Does the HSA contribution limit change in March?' })
      .click();
    await window.page
      .getByRole('heading', { name: 'Does the HSA contribution limit change in March?' })
      .waitFor();
    const search = window.page.getByRole('search').getByRole('textbox');
    for (const [typed, found] of [
      ['payroll', 'EBH-3'],
      ['project = PTO AND assignee = currentUser()', 'PTO-3'],
    ] as const) {
      await search.fill(typed);
      await search.press('Enter');
      await window.page.getByRole('link', { name: found }).waitFor();
    }
    await search.fill('nonsense = 1');
    await search.press('Enter');
    await window.page.getByText("Field 'nonsense' does not exist").waitFor();
    await search.fill('ss-1');
    await search.press('Enter');
    await window.page
      .getByRole('heading', { name: 'Approve time sheets for a whole team at once' })
      .waitFor();
  });

  it('add an internal note that tags somebody, which customers do not see', async () => {
    await window.go('/browse/EBH-2');
    await window.button('Add internal note').click();
    const note = window.page.getByRole('textbox', { name: 'Internal note' });
    await note.pressSequentially('Please look, @dan');
    await window.page.getByRole('option', { name: /Dana Fox/u }).waitFor();
    await note.press('Enter');
    await note.pressSequentially('today.');
    await window.button('Add note').click();
    await window.page.getByText('@Dana Fox', { exact: true }).waitFor();
    expect(
      window.host
        .mail()
        .some(({ to, text }) => to.startsWith('dana.fox') && text.includes('Please look')),
    ).toBe(true);

    await window.become('rosa.lind');
    await window.go('/browse/EBH-2');
    await window.page.getByRole('heading', { name: 'Conversation' }).waitFor();
    expect(new URL(window.page.url()).pathname).toBe('/portal/EBH-2');
    expect(await window.page.content()).not.toContain('Dana Fox');
  });

  it('edit a field in place and resolve a ticket with a resolution', async () => {
    await window.go('/browse/SS-1');
    await window.button('Unassigned').click();
    await window.page.getByRole('combobox', { name: 'Assignee' }).fill('lin');
    await window.page.getByRole('option', { name: 'Lin Chen' }).click();
    await window.button('Lin Chen').waitFor();
    await window.button(/^Status:/u).click();
    await window.page.getByRole('menuitem', { name: /Resolve this issue/u }).click();
    await window.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Resolve this issue' })
      .click();
    await window.button(/^Status: Resolved/u).waitFor();
    expect((await read('SS-1')).fields).toMatchObject({
      assignee: { displayName: 'Lin Chen' },
      resolution: { name: 'Done' },
    });
  });

  it('keep what is half typed while others change the ticket', async () => {
    await window.go('/browse/EBH-2');
    const reply = window.page.getByRole('textbox', { name: 'Reply to customer' });
    await reply.fill('Half typed');
    await window.host.as('lin.chen@relay.example').comment('EBH-2', 'Said meanwhile.');
    await window.page.getByText('Said meanwhile.').waitFor();
    expect(await reply.inputValue()).toBe('Half typed');
  });

  it('let a collaborator comment internally and nothing else', async () => {
    await window.become('maya.ortiz');
    await window.go('/browse/EBH-3');
    await window.page.getByText('You cannot move this ticket.').waitFor();
    expect(await window.button('Reply to customer').count()).toBe(0);
    expect(await window.page.getByTitle('Edit Assignee').count()).toBe(0);
  });

  it('let a customer raise a request and see their own only', async () => {
    await window.become('lee.moss');
    await window.go('/portal');
    await window.page
      .getByRole('link', { name: /Payroll and Time Off/u })
      .first()
      .click();
    await window.button(/Report request/u).click();
    await window.page.getByLabel('Summary').fill('Head count by month');
    await window.page.getByLabel('Description').fill('For the board.');
    await window.button('Send').click();
    await window.page.getByRole('heading', { name: 'Head count by month' }).waitFor();
    await window.page.getByRole('link', { name: 'Help center' }).click();
    await window.page.getByText('Where can I download my own data?').waitFor();
    expect(await window.page.content()).not.toContain('Dental deductions');
  });

  it('switch faults on and off, and tell what the app did', async () => {
    await window.go('/browse/EBH-3');
    await window.app.getByText('Nobody is asked').waitFor();
    await window.button('Faults').click();
    await window.page.getByText('Come late').click();
    await window.button('Faults: 1 on').waitFor();
    expect(window.host.faults.current.events.delay).toBeGreaterThan(0);
    await window.button('Everything works again').click();
    await window.page.getByRole('button', { name: 'Faults', exact: true }).waitFor();
    await window.button(/^What Account Relay did/u).click();
    await window.page.getByText('/rest/api/3/issue/').first().waitFor();
    await window.page.keyboard.press('Escape');
    await window.page
      .getByRole('complementary', { name: 'What Account Relay did' })
      .waitFor({ state: 'detached' });
  });

  it('keep a gadget’s configuration on the dashboard', async () => {
    await window.become('maya.ortiz');
    await window.go('/dashboard');
    await window.button('Configure Waiting for me').click();
    const rows = window.app.getByLabel('Rows in each list');
    await rows.fill('3');
    await window.app.getByRole('button', { name: 'Save' }).click();
    await window.button('Configure Waiting for me').click();
    await window.app.getByLabel('Rows in each list').waitFor();
    expect(await window.app.getByLabel('Rows in each list').inputValue()).toBe('3');
  });

  it('are usable 320 pixels wide', async () => {
    const narrow = await Window.open(theatre, { width: 320, height: 700 });
    await narrow.become('ben.ito');
    const asked = { entryId: 'payroll-export', note: 'Who pays for the gap?', expectedRevision: 0 };
    await narrow.host.invoke({
      module: 'ticket-panel',
      issue: 'EBH-3',
      as: 'ben.ito@relay.example',
      call: 'account-manager.request',
      payload: asked,
    });
    await narrow.go('/browse/EBH-3');
    await narrow.app.getByText('has the ball').waitFor();
    expect(
      await narrow.page.evaluate(() =>
        [document.documentElement, document.querySelector('main')].map((part) => part?.scrollWidth),
      ),
    ).toEqual([320, 320]);
    await narrow.button('Navigation').click();
    await narrow.page
      .getByRole('link', { name: /^All open/u })
      .first()
      .click();
    await narrow.page.getByRole('heading', { name: 'All open' }).waitFor();
    await narrow.close();
  });
});
