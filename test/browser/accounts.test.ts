import { findings } from './axe';
import { openTheatre, type Theatre, Window } from './window';

const file = (text: string) => ({
  name: 'accounts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const lines = [
  'CID,Name,Organization,Owner,Regional manager',
  'NWCU,Northwind Credit Union,Northwind Credit Union,jonas.weber@relay.example,tom.reyes@relay.example',
  'EDGE,Edge Bank,,maya.ortiz@relay.example,tom.reyes@relay.example',
  'BAD,Bad Bank,Nowhere,Nobody,Tom Reyes',
].join('\n');

const won = [
  'CID,Name,Owner,Regional manager,Products,Closed Won opportunity',
  'NWCU,Northwind Credit Union,maya.ortiz@relay.example,tom.reyes@relay.example,LMS; CRED SERV,006W7',
  'EDGE,Edge Bank,maya.ortiz@relay.example,tom.reyes@relay.example,LMS,006W8',
].join('\n');

describe.each(['light', 'dark'])('the accounts, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark', width: 1280 });
  });
  beforeEach(async () => {
    await window.fresh('alex.kim');
    await window.go('/admin');
    await window.app.getByRole('tab', { name: 'Accounts' }).click();
    await window.app.getByRole('button', { name: 'Northwind Credit Union' }).waitFor();
  });
  afterEach(async () => {
    const frame = window.page
      .frames()
      .find((one) => one.url().startsWith(theatre.server.resourceUrl));
    expect(frame && (await findings(frame))).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
  afterAll(() => theatre.close());

  it('are found by the beginning of a name or CID, or by their account manager', async () => {
    const { app } = window;
    await app.getByLabel('Search').fill('ald');
    await app
      .getByRole('button', { name: 'Northwind Credit Union' })
      .waitFor({ state: 'detached' });
    await app.getByRole('button', { name: 'Alder Bank' }).waitFor();
    await app.getByLabel('Search').fill('nobody');
    await app.getByText('No account begins with “nobody”.').waitFor();
    await app.getByLabel('Or by account manager').fill('Ruth');
    await app.getByRole('option', { name: 'Ruth Adler' }).click();
    await app.getByRole('button', { name: 'Cedar Savings' }).waitFor();
    expect(await app.getByRole('button', { name: 'Alder Bank' }).count()).toBe(0);
  });

  it('move to another manager with their open requests, which are shown before', async () => {
    const { app, host } = window;
    const { key } = await host.as('ben.ito@relay.example').raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Moves',
      description: 'With its account.',
      onBehalfOf: 'nora.quist@relay.example',
      organizations: ['1'],
    });
    await host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: 'ben.ito@relay.example',
      call: 'account-manager.request',
      payload: { entryId: 'other', note: 'Is the contract signed?', expectedRevision: 0 },
    });
    await app.getByRole('button', { name: 'Northwind Credit Union' }).click();
    await app.getByLabel('Account manager').fill('Jonas');
    await app.getByRole('option', { name: 'Jonas Weber' }).click();
    await app.getByText('One open request moves to the new manager').waitFor();
    await app.getByText(`${key} of Northwind Credit Union`).waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByRole('button', { name: 'Add account' }).waitFor();
    await host.settled();
    const { accountId } = host.as('jonas.weber@relay.example');
    expect(
      await host
        .as('alex.kim@relay.example')
        .search(`project = EBH AND relayManager = "${accountId}"`),
    ).toMatchObject([{ key }]);
  });

  it('are added by hand, by keyboard alone, and what is missing is said at its field', async () => {
    const { app, page } = window;
    await app.getByRole('button', { name: 'Add account' }).focus();
    await page.keyboard.press('Enter');
    await app.getByLabel('Name').focus();
    await page.keyboard.type('Edge Bank');
    await page.keyboard.press('Control+Enter');
    await app.getByText('CID is missing.').waitFor();
    await app.getByText('The account manager is missing.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('EDGE');
    for (const name of ['Maya', 'Tom']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(name);
      await app.getByRole('option', { name: new RegExp(name, 'u') }).waitFor();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Control+Enter');
    await app.getByRole('button', { name: 'Edge Bank' }).waitFor();
  });

  it('come in a file: columns guessed, every change and every wrong line shown, nothing done before somebody says so', async () => {
    const { app } = window;
    await app.getByRole('button', { name: 'Import a file' }).click();
    await app.locator('input[type=file]').setInputFiles(file(lines));
    await app.getByRole('button', { name: 'Check the file' }).click();
    await app.getByText('1 line is wrong').waitFor();
    await app.getByText('Line 4, Organizations').waitFor();
    expect(await app.getByRole('button', { name: 'Put the accounts in force' }).isDisabled()).toBe(
      true,
    );
    await app.getByText('Leave the wrong lines out').click();
    await app.getByRole('button', { name: 'Put the accounts in force' }).click();
    await app.getByText('1 added, 1 changed, 0 removed, 0 as they were.').waitFor();
    await app.getByRole('button', { name: 'Back to the accounts' }).click();
    await app.getByRole('button', { name: 'Edge Bank' }).waitFor();
  });

  it('bring opportunities that are Closed Won: which onboardings are opened is shown before, and leads to them afterwards (HY-06)', async () => {
    const { app } = window;
    await app.getByRole('button', { name: 'Import a file' }).click();
    await app.locator('input[type=file]').setInputFiles(file(won));
    expect(await app.getByLabel('Closed Won opportunity').inputValue()).toBe('5');
    await app.getByRole('button', { name: 'Check the file' }).click();
    await app.getByText('1 onboarding is opened').waitFor();
    await app.getByText('Edge Bank is not hybrid').waitFor();
    await app.getByRole('button', { name: 'Apply and open 1 onboarding' }).click();
    await app.getByRole('link', { name: 'OPS-1' }).waitFor();
    await app.getByText('1 onboarding is open:').waitFor();
  });

  it('come from the system of record: the secret is shown once', async () => {
    const { app } = window;
    await app.getByRole('button', { name: 'Feed' }).click();
    await app.getByRole('button', { name: 'Make a secret' }).click();
    await app.getByText('Copy it now: it is not shown again.').waitFor();
    await app.getByRole('button', { name: 'Back to the accounts' }).click();
    await app.getByRole('button', { name: 'Feed' }).click();
    await app.getByRole('button', { name: 'New secret' }).waitFor();
    expect(await app.getByText('Copy it now').count()).toBe(0);
    // Making the present one worthless takes a second word.
    await app.getByRole('button', { name: 'New secret' }).click();
    await app.getByText('calls signed with it are refused').waitFor();
    await app.getByRole('button', { name: 'Make a new secret' }).click();
    await app.getByText('Copy it now: it is not shown again.').waitFor();
  });

  it('fit a window of 320 pixels', async () => {
    const { app, page } = window;
    await page.setViewportSize({ width: 320, height: 960 });
    const overflow = (): Promise<number> =>
      app.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(await overflow()).toBe(0);
    await app.getByRole('button', { name: 'Northwind Credit Union' }).click();
    await app.getByRole('button', { name: 'Save' }).waitFor();
    expect(await overflow()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 960 });
  });
});
