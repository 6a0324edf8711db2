// Files and calls that are too large, too odd or too many: each is refused by name or taken whole, and nothing dies of it.
import { createHmac } from 'node:crypto';
import type { AccountsView, ImportView } from '../../src/contract/accounts';
import type { FeedView } from '../../src/contract/feed';
import { AccountsPage } from './accounts-page';

const columns = {
  cid: 0,
  name: 1,
  accountManager: 2,
  regionalManager: 3,
  externalId: 4,
  contacts: 5,
};
const row = (
  cid: string,
  { am = 'maya.ortiz@relay.example', external = '', contacts = '' } = {},
): string[] => [cid, `Account ${cid}`, am, 'Tom Reyes', external, contacts];
const record = (cid: string, more: object = {}) => ({
  externalId: `ext-${cid}`,
  cid,
  name: `Account ${cid}`,
  accountManager: 'maya.ortiz@relay.example',
  regionalManager: 'tom.reyes@relay.example',
  ...more,
});

describe('the bounds of the directory', () => {
  let accounts: AccountsPage;
  beforeEach(async () => {
    accounts = await AccountsPage.open();
  });
  afterEach(() => accounts.close());

  const page = <T>(what: string, payload: object = {}): Promise<T> =>
    accounts.call<T>(what, payload);
  const check = (rows: readonly (readonly string[])[], size?: number): Promise<ImportView> =>
    accounts.check(rows, { columns }, size);
  const apply = ({ id }: ImportView, leaveOutBad = false): Promise<ImportView> =>
    accounts.apply(id, leaveOutBad);
  async function call(body: string, signature?: string): Promise<number> {
    const timestamp = String(Math.floor(accounts.host.clock.now() / 1000));
    const headers = {
      'X-Relay-Timestamp': timestamp,
      'X-Relay-Signature':
        signature ?? createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
    };
    const { status } = await accounts.host.callWebTrigger('account-feed', {
      method: 'POST',
      body,
      headers,
    });
    await accounts.host.settled();
    return status;
  }
  let secret = '';
  const open = async (): Promise<void> =>
    void (secret = (await page<{ secret: string }>('feed.new-secret')).secret);
  const send = (...records: object[]): Promise<number> =>
    call(JSON.stringify({ accounts: records }));
  const feed = (): Promise<FeedView> => page<FeedView>('feed.get');
  const total = async (): Promise<number> =>
    (await page<AccountsView>('accounts.list', { search: '' })).total;

  it('a file of which every line is wrong is checked to its end', async () => {
    const checked = await check(
      Array.from({ length: 20_000 }, (_, index) =>
        row(`ACCOUNT-NUMBER-${index}`, { am: `Nobody ${index % 7}` }),
      ),
    );
    expect(checked).toMatchObject({ phase: 'checked', failure: null, counts: { bad: 20_000 } });
    expect(checked.problems.length).toBeGreaterThan(100);
  });

  it('a file whose cells are long is checked to its end', async () => {
    const contacts = Array.from({ length: 300 }, (_, index) => `P${index}`).join(';');
    const checked = await check(
      Array.from({ length: 240 }, (_, index) => row(`L${index}`, { contacts })),
      80,
    );
    expect(checked).toMatchObject({ phase: 'checked', failure: null, counts: { added: 240 } });
    expect(await apply(checked)).toMatchObject({ phase: 'applied' });
  });

  it('a CID that storage cannot hold is named with its line', async () => {
    const checked = await check([row('ÄB'), row('A/B'), row('OK-1.a_b')]);
    expect(checked.problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 CID',
      '3 CID',
    ]);
    expect(await apply(checked, true)).toMatchObject({ phase: 'applied' });
    await open();
    await send(record('A/B'));
    expect((await feed()).entries).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('cid') },
    ]);
  });

  it('one external id stands for one account', async () => {
    const checked = await check([row('A1', { external: '7' }), row('A2', { external: '7' })]);
    expect(checked.problems).toMatchObject([
      { line: 3, column: 'External id', message: '7 stands in line 2 already.' },
    ]);
    await apply(checked, true);
    expect((await check([row('A3', { external: '7' })])).problems).toMatchObject([
      { line: 2, column: 'External id', message: '7 is the external id of Account A1 (A1).' },
    ]);
    // Passed on from one account to another in one file: right.
    expect(
      (await check([row('A1', { external: '8' }), row('A3', { external: '7' })])).counts.bad,
    ).toBe(0);
    await open();
    await send(
      record('B1', { externalId: '9' }),
      record('B2', { externalId: '9' }),
      record('B1', { externalId: '10' }),
    );
    expect((await feed()).entries.map(({ cid, outcome }) => `${cid} ${outcome}`).reverse()).toEqual(
      ['B1 added', 'B2 refused', 'B1 refused'],
    );
  });

  it('managers who come with accounts are looked after from then on (A14)', async () => {
    await apply(await check([row('N1', { am: 'lin.chen@relay.example' })]));
    await open();
    await send(record('N2', { accountManager: 'sara.novak@relay.example' }));
    expect(
      JSON.stringify(await page('doctor.examine', { section: 'accounts', continued: false })),
    ).not.toContain('whom nobody has matched');
  });

  it('records of the feed may be large, but none larger than storage takes', async () => {
    await open();
    const name = '客'.repeat(250);
    const contacts = Array.from({ length: 100 }, () => ({ name }));
    expect(
      await send(...Array.from({ length: 10 }, (_, index) => record(`W${index}`, { contacts }))),
    ).toBe(202);
    expect((await feed()).entries.map(({ outcome }) => outcome)).toEqual(Array(10).fill('added'));
    expect(
      await send(record('BIG', { contacts: Array.from({ length: 350 }, () => ({ name })) })),
    ).toBe(400);
    expect((await feed()).entries).toHaveLength(10);
  });

  it('what became of records is kept, however long the reasons are', async () => {
    await open();
    const before = await total();
    const long = (index: number) =>
      record(`${index}-${'c'.repeat(90)}`, {
        externalId: `${index}-${'e'.repeat(200)}`,
        name: '客'.repeat(255),
        accountManager: `N${'x'.repeat(250)}`,
      });
    expect(await send(...Array.from({ length: 500 }, (_, index) => long(index)))).toBe(202);
    expect((await feed()).entries.length).toBeGreaterThan(100);
    expect(await total()).toBe(before);
    expect(await send(record('AFTER'))).toBe(202);
    expect((await feed()).entries[0]).toMatchObject({ cid: 'AFTER', outcome: 'added' });
  });

  it('a signature in another script is wrong, and nothing else', async () => {
    await open();
    expect(await call(JSON.stringify({ accounts: [record('X')] }), 'é'.repeat(64))).toBe(401);
  });
});
