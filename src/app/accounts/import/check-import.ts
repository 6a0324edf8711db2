// Reads every staged row, finds its names in Jira, compares it with the account as it is, and changes nothing.
import type { AccountChange, ImportProblem } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../domain/account';
import { RelayError } from '../../errors';
import type { Ports } from '../../ports';
import type { AccountBook, AccountPorts } from '../account-ports';
import { asksThatMove, movedAccounts } from '../hand-over';
import { type AccountImport, noCounts, shown } from './account-import';
import { changeOf } from './differences';
import { Names } from './names';
import { type BadRow, readRow, type SheetRow } from './read-row';

/** @throws RelayError `missing` when rows that were announced never arrived */
export async function checkImport(ports: Ports, { book, imports, catalogues }: AccountPorts, id: string): Promise<void> {
  const begun = await imports.state(id);
  if (begun === null || begun.phase !== 'checking') return;
  const comparedWith = await book.revision();
  const [before, people, organizations] = await Promise.all([everyAccount(book), ports.directory.everybody(), catalogues.app.organizations()]);
  const known = new Map<string, string>([...people.map(({ accountId, name }) => [accountId, name] as const), ...organizations.map((one) => [one.id, one.name] as const)]);
  const comparison = new Comparison(begun, before, new Names(catalogues.app), known);
  for (let chunk = 0; chunk < begun.chunks; chunk += 1) {
    const rows = await imports.staged(id, chunk);
    if (rows === null) throw new RelayError('missing', 'Some rows of the file never arrived.', { remedy: 'Import the file again.' });
    await imports.ready(id, chunk, await comparison.accountsOf(rows));
    await imports.keep({ ...begun, comparedWith, done: comparison.done, counts: { ...comparison.counts } });
  }
  const { counts, problems, changes, stays, moved, done } = comparison;
  const removed = begun.complete ? comparison.missing() : [];
  const moving = await asksThatMove(ports, [...before.values()], moved);
  const records = await ports.tickets.loadAll(moving.slice(0, shown).map(({ issueId }) => issueId));
  await imports.keep({
    ...begun, comparedWith, done, phase: 'checked',
    counts: { ...counts, removed: removed.length },
    problems: problems.slice(0, shown),
    changes,
    stays,
    removed: removed.slice(0, shown).map(({ cid, name }) => `${cid} ${name}`),
    moving: moving.slice(0, shown).map(({ issueId, ask }) => ({
      key: records.get(issueId)?.ledger.key ?? issueId, account: before.get(ask.cid)?.name ?? ask.cid, dueAt: ask.dueAt,
    })),
  });
}

/** The file against the list in force, line by line. */
class Comparison {
  readonly counts: { -readonly [K in keyof typeof noCounts]: number } = { ...noCounts };
  readonly problems: ImportProblem[] = [];
  readonly changes: AccountChange[] = [];
  /** CIDs of the lines that are wrong. */
  readonly stays: string[] = [];
  /** Accounts that come to other managers. */
  readonly moved: CustomerAccount[] = [];
  done = 0;
  /** In which line a CID stood first. */
  readonly #lines = new Map<string, number>();

  constructor(
    private readonly how: Pick<AccountImport, 'columns' | 'dates'>,
    private readonly before: ReadonlyMap<string, CustomerAccount>,
    private readonly names: Names,
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  /** The accounts of those lines that are right. */
  async accountsOf(rows: readonly SheetRow[]): Promise<CustomerAccount[]> {
    const good: CustomerAccount[] = [];
    for (const row of rows) {
      const account = await this.#consider(row);
      this.done += 1;
      if (account !== null) good.push(account);
    }
    return good;
  }

  /** Accounts in force that the file does not have. */
  missing(): CustomerAccount[] {
    return [...this.before.values()].filter(({ cid }) => !this.#lines.has(cid));
  }

  async #consider(row: SheetRow): Promise<CustomerAccount | null> {
    const read = readRow(row, this.how.columns, this.how.dates);
    const twice = this.#lines.get(read.cid);
    if (twice === undefined) this.#lines.set(read.cid, row.line);
    if ('problems' in read) return this.#bad(read);
    if (twice !== undefined) {
      return this.#bad({ cid: read.cid, problems: [{ line: row.line, column: 'CID', message: `${read.cid} stands in line ${twice} already.`, remedy: 'Keep one of the two lines.' }] });
    }
    const was = this.before.get(read.cid) ?? null;
    const account = await this.names.accountOf(read, was);
    if ('problems' in account) return this.#bad(account);
    const change = changeOf(read, was, account, (id) => this.known.get(id) ?? this.names.nameOf(id) ?? id);
    this.counts[change?.kind ?? 'unchanged'] += 1;
    if (change !== null && this.changes.length < shown) this.changes.push(change);
    if (was !== null) this.moved.push(...movedAccounts([was], [account]));
    return account;
  }

  #bad({ cid, problems }: BadRow): null {
    this.counts.bad += 1;
    this.stays.push(cid);
    if (this.problems.length < shown) this.problems.push(...problems);
    return null;
  }
}

/** Every account in force, by CID. */
export async function everyAccount(book: AccountBook): Promise<Map<string, CustomerAccount>> {
  const all = new Map<string, CustomerAccount>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<AccountBook['page']>> = await book.page('', cursor);
    for (const { account } of page.accounts) all.set(account.cid, account);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
