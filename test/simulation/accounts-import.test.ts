import { exportColumns } from '../../src/app/accounts/columns';
import type { AccountView, ImportView } from '../../src/contract/accounts';
import type { Reply } from '../../src/contract/problem';
import { accountParts } from '../support/procedures';
import { AccountsPage, columns, hybridIn, line, northwind, rateCardIn } from './accounts-page';

describe('importing accounts from a file', () => {
  let page: AccountsPage;
  beforeEach(async () => {
    page = await AccountsPage.open();
  });
  afterEach(() => page.close());

  it('shows what it would do, field by field, and does nothing until somebody confirms', async () => {
    const checked = await page.check([
      line({ regionalManager: 'helena.brandt@relay.example' }),
      line({ cid: 'EDGE', name: 'Edge Bank', organizations: '' }),
    ]);
    expect(checked).toMatchObject({
      phase: 'checked',
      counts: { added: 1, changed: 1, unchanged: 0, removed: 0, bad: 0 },
    });
    expect(checked.changes[0]?.fields).toContainEqual({
      name: 'Regional manager',
      from: 'Tom Reyes',
      to: 'Helena Brandt',
    });
    expect(await page.account('NWCU')).toMatchObject({ regionalManager: { name: 'Tom Reyes' } });
    expect(await page.apply(checked.id)).toMatchObject({ phase: 'applied' });
    expect(await page.account('NWCU')).toMatchObject({
      regionalManager: { name: 'Helena Brandt' },
      parts: {
        'hybrid-account': { products: ['Learning', 'Compliance'] },
        'key-account': { periods: [{ from: '2026-08-01', until: null }] },
      },
    });
    expect(await page.account('EDGE')).toMatchObject({ name: 'Edge Bank', organizations: [] });
  });

  it('says of every line that is wrong what and how to mend it, and leaves it out only where somebody says so (A16)', async () => {
    const checked = await page.check([
      line({ accountManager: 'Nobody Known' }),
      line({ cid: '' }),
      line({ cid: 'TWO', organizations: 'Nowhere Inc' }),
      line({ cid: 'DATE', keyAccountFrom: '31/31/2026' }),
      line({ cid: 'A B' }),
      line({ cid: 'EDGE', name: 'Edge Bank', organizations: '' }),
      line({ cid: 'EDGE', name: 'Edge Bank again', organizations: '' }),
      line({ cid: 'LONG', name: 'x'.repeat(256) }),
    ]);
    expect(checked.counts).toMatchObject({ added: 1, bad: 7 });
    expect(
      checked.problems.map(({ line: at, column, message }) => `${at} ${column}: ${message}`),
    ).toEqual([
      '2 Account manager: Nobody in Jira is called "Nobody Known".',
      '3 CID: CID is empty.',
      '4 Organizations: Jira has no organization "Nowhere Inc".',
      '5 Key account from: "31/31/2026" is no date.',
      '6 CID: "A B" is no CID.',
      '8 CID: EDGE stands in line 7 already.',
      '9 Name: Name is longer than 255 characters.',
    ]);
    expect(checked.problems.every(({ remedy }) => remedy !== '')).toBe(true);
    await expect(page.apply(checked.id)).rejects.toThrow('refused: 7 lines are wrong.');
    expect(await page.apply(checked.id, true)).toMatchObject({ phase: 'applied' });
    expect(await page.account('NWCU')).toMatchObject({ accountManager: { name: 'Maya Ortiz' } });
    expect(await page.account('EDGE')).toBeDefined();
  });

  it('takes the agreed rate card from one cell, shows it before, exports it as it reads, and says what is wrong with one (C10)', async () => {
    const withRates = { columns: { ...columns, rateCard: 7 } };
    const card = 'USD; Integration engineer: 800.00; QA: 650.50';
    const rates = (cell: string, cid = 'NWCU'): string[] => [
      ...line({ cid, organizations: cid === 'NWCU' ? 'Northwind Credit Union' : '' }),
      cell,
    ];
    const checked = await page.check(
      [
        rates('usd; Integration engineer: 800.00;QA: 650.50'),
        rates('USD', 'NONE'),
        rates('USD; QA: 1,000', 'SEP'),
        rates('USD; QA: 1.00; qa: 2.00', 'TWICE'),
        rates('JPY; QA: 1.5', 'YEN'),
        rates('800', 'CUR'),
      ],
      withRates,
    );
    expect(checked.changes[0]?.fields).toContainEqual({
      name: 'Rate card',
      from: 'USD; Integration engineer: 800.00; Tester: 520.00; Project lead: 950.50',
      to: card,
    });
    expect(
      checked.problems.map(({ line: at, column, message }) => `${at} ${column}: ${message}`),
    ).toEqual([
      '3 Rate card: "USD" is no rate card: A rate card has 1 to 20 roles.',
      '4 Rate card: "USD; QA: 1,000" is no rate card: Write a day rate as "800.00".',
      '5 Rate card: "USD; QA: 1.00; qa: 2.00" is no rate card: qa has two day rates.',
      '6 Rate card: "JPY; QA: 1.5" is no rate card: JPY has 0 digits after the point.',
      '7 Rate card: "800" is no rate card: A currency is three capital letters, such as USD.',
    ]);
    await page.apply(checked.id, true);
    expect(await page.account('NWCU')).toMatchObject({
      parts: {
        'change-request': {
          rateCard: {
            currency: 'USD',
            rates: [
              { role: 'Integration engineer', dayRate: '800.00' },
              { role: 'QA', dayRate: '650.50' },
            ],
          },
        },
      },
    });
    const {
      lines: [header = [], ...exported],
    } = await page.call<{ lines: string[][] }>('accounts.export', {});
    expect(exported.find(([cid]) => cid === 'NWCU')?.[header.indexOf('Rate card')]).toBe(card);
    // A file without the column leaves it alone; an empty cell empties it.
    await page.apply((await page.check([line({ name: 'Northwind CU' })])).id);
    expect(rateCardIn(await page.account('NWCU'))).not.toBeNull();
    const emptied = await page.check([rates('')], withRates);
    expect(emptied.changes[0]?.fields).toContainEqual({ name: 'Rate card', from: card, to: '' });
    await page.apply(emptied.id);
    expect(rateCardIn(await page.account('NWCU'))).toBeNull();
  });

  it('marks accounts that their products make hybrid (HY-01)', async () => {
    await page.apply((await page.check([line({ products: 'LMS; CRED SERV' })])).id);
    expect(hybridIn(await page.account('NWCU'))).toEqual({ notAcknowledged: 0 });
    await page.apply((await page.check([line({ products: 'LMS; CRED SOFT' })])).id);
    expect(hybridIn(await page.account('NWCU'))).toBeNull();
  });

  it('removes what a complete file lacks, but never an account whose line is wrong', async () => {
    const { total } = await page.list();
    const checked = await page.check(
      [northwind, line({ cid: 'ALDR', accountManager: 'Nobody Known' })],
      { complete: true },
    );
    expect(checked.counts).toMatchObject({ bad: 1, removed: total - 2 });
    await page.apply(checked.id, true);
    expect((await page.list()).accounts.map(({ cid }) => cid).sort()).toEqual(['ALDR', 'NWCU']);
    expect(await page.account('ALDR')).toMatchObject({ name: 'Alder Bank' });
  });

  it('changes nothing the second time', async () => {
    await page.apply((await page.check([northwind])).id);
    expect((await page.check([northwind])).counts).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
  });

  it('takes its own export back without a change, formulas and all', async () => {
    await page.apply(
      (await page.check([line({ cid: 'CALC', name: '=1+1', organizations: '' })])).id,
    );
    const { lines, next } = await page.call<{ lines: string[][]; next: string | null }>(
      'accounts.export',
      {},
    );
    expect(next).toBeNull();
    const [first, ...rest] = lines;
    const where = Object.fromEntries(
      exportColumns(accountParts).map(({ key }, index) => [key, index]),
    );
    expect(first).toHaveLength(Object.keys(where).length);
    expect(first?.slice(0, 14)).toEqual([
      ...['CID', 'Name', 'External id', 'Organizations', 'Account manager', 'Regional manager'],
      ...['Customer success manager', 'Products', 'Key account from', 'Key account until'],
      ...['Contacts', 'Rate card', 'Access method', 'Access To'],
    ]);
    // What a spreadsheet must not run carries an apostrophe in the file.
    const escaped = rest.map((cells) =>
      cells.map((cell) => (/^[=+\-@]/u.test(cell) ? `'${cell}` : cell)),
    );
    const checked = await page.check(escaped, { columns: where, dates: 'iso', complete: true });
    expect(checked.counts).toEqual({
      added: 0,
      changed: 0,
      unchanged: rest.length,
      removed: 0,
      bad: 0,
    });
  });

  it('says which open requests move with their accounts, and moves them', async () => {
    const { key } = await page.host.as('ben.ito@relay.example').raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Moves',
      description: 'With its account.',
      onBehalfOf: 'nora.quist@relay.example',
      organizations: ['1'],
    });
    const view = (await page.host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: 'ben.ito@relay.example',
      call: 'ticket.get',
      payload: {},
    })) as Reply<{ account: { kind: string; cid?: string } }>;
    expect(view).toMatchObject({ ok: true, value: { account: { cid: 'NWCU' } } });
    await page.host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: 'ben.ito@relay.example',
      call: 'account-manager.request',
      payload: { entryId: 'other', note: 'Is the contract signed?', expectedRevision: 0 },
    });
    const checked = await page.check([line({ accountManager: 'Jonas Weber' })]);
    expect(checked.moving).toMatchObject([{ key, account: 'Northwind Credit Union' }]);
    await page.apply(checked.id);
    await page.host.settled();
    const gadget = (await page.host.invoke({
      module: 'my-asks-gadget',
      as: 'jonas.weber@relay.example',
      call: 'asks.mine',
      payload: {},
    })) as Reply<{ mine: { key: string }[] }>;
    expect(gadget).toMatchObject({ ok: true, value: { mine: [{ key }] } });
  });

  it('leaves the old list or the new one when it dies in the middle, and ends the same when it is taken up again', async () => {
    const { total: before } = await page.list();
    const checked = await page.check(
      Array.from({ length: 600 }, (_, index) =>
        line({ cid: `C${index}`, name: `Account ${index}`, organizations: '' }),
      ),
    );
    page.host.faults.set({ once: [{ kind: 'crash-before', nth: 30 }] });
    await page.call('import.apply', { id: checked.id, leaveOutBad: false });
    await page.host.settled();
    expect([before, before + 600]).toContain((await page.list()).total);
    await page.host.advance('PT30M');
    expect(await page.call('import.get', { id: checked.id })).toMatchObject({ phase: 'applied' });
    expect((await page.list('Account 599')).accounts).toHaveLength(1);
  });

  it('takes nothing over when somebody edited an account after the check', async () => {
    const checked = await page.check([line({ name: 'Northwind' })]);
    const account = await page.account('ALDR');
    const {
      revision,
      organizations,
      accountManager,
      regionalManager,
      customerSuccessManager: _csm,
      ...rest
    } = account as AccountView;
    const form = {
      ...rest,
      name: 'Alder',
      organizations: organizations.map(({ id }) => id),
      accountManager: accountManager.accountId,
      regionalManager: regionalManager.accountId,
      customerSuccessManager: '',
    };
    await page.call('accounts.save', { account: form, expectedRevision: revision });
    expect(await page.apply(checked.id)).toMatchObject({
      phase: 'failed',
      failure: expect.stringContaining('check the file again'),
    });
    expect(await page.account('NWCU')).toMatchObject({ name: 'Northwind Credit Union' });
    expect(await page.account('ALDR')).toMatchObject({ name: 'Alder' });
  });

  it('20,000 accounts, with progress', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      line({ cid: `C${index}`, name: `Account ${index}`, organizations: '' }),
    );
    const checked = await page.check(lines);
    expect(checked.counts).toMatchObject({ added: 20_000, bad: 0 });
    // Stopped on the way, to look at it: some of it is written, and nobody sees anything of it.
    page.host.faults.set({ once: [{ kind: 'crash-before', nth: 600 }] });
    const stopped = await page.apply(checked.id);
    expect(stopped.phase).toBe('applying');
    expect(stopped.done).toBeGreaterThan(5_000);
    expect(stopped.done).toBeLessThan(20_000);
    expect((await page.list()).total).toBeLessThan(10);
    await page.host.advance('PT10M');
    expect(await page.call<ImportView>('import.get', { id: checked.id })).toMatchObject({
      phase: 'applied',
      done: 20_000,
    });
    expect((await page.list()).total).toBeGreaterThan(20_000);
    expect((await page.list('Account 19999')).accounts).toMatchObject([{ cid: 'C19999' }]);
  });

  it('refuses more lines than that, and columns that nobody chose', async () => {
    await expect(
      page.call('import.begin', { fileName: 'a.csv', rows: 20_001, chunks: 81 }),
    ).rejects.toThrow('at most 20000');
    await expect(page.check([northwind], { columns: { cid: 0 } })).rejects.toThrow(
      'No column was chosen for Name, Account manager, Regional manager.',
    );
  });
});
