// What a procedure adds to accounts goes into a file and comes back, and nothing else has to know it.
import type { AccountPart } from '../../../src/app/accounts/account-part';
import { columnKeys, exportColumns } from '../../../src/app/accounts/columns';
import { changeOf } from '../../../src/app/accounts/import/differences';
import { Names } from '../../../src/app/accounts/import/names';
import { readRow } from '../../../src/app/accounts/import/read-row';
import { accountPart, type CustomerAccount } from '../../../src/core/account';
import { aPerson, chads } from '../../support/sop';

interface Updates {
  /** Who writes the regular updates. */
  readonly writer: string;
}
const updates = accountPart<Updates>('regular-updates');

const part: AccountPart = {
  id: 'regular-updates',
  stands: 'before-contacts',
  columns: [
    {
      key: 'writer',
      name: 'Update writer',
      cell: (account, nameOf) => nameOf(updates.of(account)?.writer ?? ''),
    },
  ],
  read({ cell, wrong }) {
    const name = cell('writer');
    if (name === undefined) return undefined;
    if (name === '-') wrong('Update writer', '"-" is nobody.', 'Name somebody.');
    return async (account, find) =>
      updates.with(
        account,
        name === '' ? undefined : { writer: await find('Update writer', name) },
      );
  },
  difference: { name: 'Update writer', spell: (account) => updates.of(account)?.writer ?? '' },
};

const parts = [part];
const names = new Names({
  people: async (name) => (name === 'Nobody' ? [] : [aPerson(name)]),
  organizations: async () => [],
});
const header = ['CID', 'Name', 'Account manager', 'Regional manager', 'Update writer'];
const columns = { cid: 0, name: 1, accountManager: 2, regionalManager: 3, writer: 4 };
const line = (writer: string) => ({ line: 2, cells: ['CHAD', 'Chads', 'Ana', 'Paige', writer] });
const read = (writer: string, where: Readonly<Record<string, number>> = columns) =>
  readRow(
    line(writer),
    { columns: where, dates: 'iso', at: '2026-03-02T10:00:00.000Z' },
    { parts, beside: [] },
  );
async function imported(writer: string, before: CustomerAccount | null): Promise<CustomerAccount> {
  const row = read(writer);
  const account = 'problems' in row ? row : await names.accountOf(row, before);
  if ('problems' in account) throw new Error(account.problems.map((one) => one.message).join(' '));
  return account;
}

describe('a part of accounts that only its procedure knows', () => {
  it('is read from its column, found in Jira, and written back', async () => {
    const account = await imported('Maya', null);
    expect(account.parts).toEqual({ 'regular-updates': { writer: 'Maya' } });
    const written = exportColumns(parts).map(({ name, cell }) => [name, cell(account, (id) => id)]);
    expect(Object.fromEntries(written)).toMatchObject({ 'Update writer': 'Maya' });
    expect(exportColumns(parts).map(({ name }) => name)).toEqual(
      expect.arrayContaining(header) as string[],
    );
    expect(columnKeys(parts)).toContain('writer');
  });

  it('stays where the file has no such column, and goes where its cell is empty', async () => {
    const before = updates.with(chads, { writer: 'Maya' });
    const { writer: _writer, ...others } = columns;
    const row = read('', others);
    if ('problems' in row) throw new Error('The line is wrong.');
    expect(await names.accountOf(row, before)).toMatchObject({ parts: before.parts });
    expect((await imported('', before)).parts).toBeUndefined();
  });

  it('says what is wrong with its cell, or with a name in it, by its own column', async () => {
    expect(read('-')).toMatchObject({ problems: [{ line: 2, column: 'Update writer' }] });
    await expect(imported('Nobody', null)).rejects.toThrow('Nobody in Jira is called "Nobody".');
  });

  it('is told as a difference in its own words', async () => {
    const before = await imported('Maya', null);
    const after = await imported('Tom', before);
    expect(changeOf(2, { before, after }, parts, (id) => id)?.fields).toEqual([
      { name: 'Update writer', from: 'Maya', to: 'Tom' },
    ]);
    expect(changeOf(2, { before, after: before }, parts, (id) => id)).toBeNull();
  });
});
