// Reads every staged row, finds its names in Jira, compares it with the account as it is, and changes nothing.
import type { AccountChange, ImportProblem } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import { RelayError } from '../../errors';
import type { Ports } from '../../ports';
import type { AccountBook, AccountPorts } from '../account-ports';
import { asksThatMove, movedAccounts } from '../hand-over';
import { knownNames } from '../known-names';
import { clipped, fitting } from '../bounds';
import { type AccountImport, noCounts, type ReadyRows, shown, shownBytes } from './account-import';
import { changeOf } from './differences';
import { ExternalIds } from './external-ids';
import { Names } from './names';
import { type BadRow, columnNames, readRow, type SheetRow } from './read-row';
import { WonDeals } from '../../../procedures/hybrid-account/accounts/won-deals';

/** @throws RelayError `missing` when rows that were announced never arrived */
export async function checkImport(
  ports: Ports,
  { book, imports, catalogues }: AccountPorts,
  id: string,
): Promise<void> {
  const begun = await imports.state(id);
  if (begun === null || begun.phase !== 'checking') return;
  const comparedWith = await book.revision();
  const [before, known] = await Promise.all([
    everyAccount(book),
    knownNames(ports, catalogues.app),
  ]);
  const externalIds = new ExternalIds(before);
  for (let chunk = 0; chunk < begun.chunks; chunk += 1)
    externalIds.foresee(await stagedRows(imports, id, chunk), begun);
  const comparison = new Comparison(
    begun,
    before,
    new Names(catalogues.app),
    known,
    externalIds,
    new WonDeals(ports, await ports.policy.current()),
  );
  for (let chunk = 0; chunk < begun.chunks; chunk += 1) {
    await imports.ready(id, chunk, await comparison.ready(await stagedRows(imports, id, chunk)));
    await imports.keep({
      ...begun,
      comparedWith,
      done: comparison.done,
      counts: { ...comparison.counts },
    });
  }
  const { counts, problems, changes, moved, done } = comparison;
  const won = comparison.deals.preview();
  const removed = begun.complete ? comparison.missing() : [];
  const moving = await asksThatMove(ports, [...before.values()], moved);
  const records = await ports.tickets.loadAll(moving.slice(0, shown).map(({ issueId }) => issueId));
  await imports.keep({
    ...begun,
    comparedWith,
    done,
    phase: 'checked',
    won,
    counts: { ...counts, removed: removed.length },
    problems: fitting(problems.slice(0, shown), shownBytes.problems),
    changes: fitting(changes, shownBytes.changes),
    removed: fitting(
      removed.slice(0, shown).map(({ cid, name }) => `${cid} ${name}`),
      shownBytes.removed,
    ),
    moving: fitting(
      moving.slice(0, shown).map(({ issueId, cid, dueAt }) => ({
        key: records.get(issueId)?.ledger.key ?? issueId,
        account: before.get(cid)?.name ?? cid,
        dueAt,
      })),
      shownBytes.moving,
    ),
  });
}

/** @throws RelayError `missing` when they never arrived */
async function stagedRows(
  imports: AccountPorts['imports'],
  id: string,
  chunk: number,
): Promise<readonly SheetRow[]> {
  const rows = await imports.staged(id, chunk);
  if (rows === null)
    throw new RelayError('missing', 'Some rows of the file never arrived.', {
      remedy: 'Import the file again.',
    });
  return rows;
}

/** The file against the list in force, line by line. */
class Comparison {
  readonly counts: { -readonly [K in keyof typeof noCounts]: number } = { ...noCounts };
  readonly problems: ImportProblem[] = [];
  readonly changes: AccountChange[] = [];
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
    private readonly externalIds: ExternalIds,
    readonly deals: WonDeals,
  ) {}

  /** The accounts of those lines that are right, and those that stay because theirs are wrong. */
  async ready(rows: readonly SheetRow[]): Promise<ReadyRows> {
    const accounts: CustomerAccount[] = [];
    const stays: Cid[] = [];
    for (const row of rows) {
      const result = await this.#consider(row);
      this.done += 1;
      if (!('problems' in result)) accounts.push(result);
      else if (this.before.has(result.cid)) stays.push(result.cid);
    }
    return { accounts, stays };
  }

  /** Accounts in force that the file does not have. */
  missing(): CustomerAccount[] {
    return [...this.before.values()].filter(({ cid }) => !this.#lines.has(cid));
  }

  async #consider(row: SheetRow): Promise<CustomerAccount | BadRow> {
    const read = readRow(row, this.how.columns, this.how.dates);
    const twice = this.#lines.get(read.cid);
    if (twice === undefined) this.#lines.set(read.cid, row.line);
    if ('problems' in read) return this.#bad(read);
    if (twice !== undefined) {
      return this.#bad({
        cid: read.cid,
        problems: [
          {
            line: row.line,
            column: 'CID',
            message: `${read.cid} stands in line ${twice} already.`,
            remedy: 'Keep one of the two lines.',
          },
        ],
      });
    }
    const taken = this.externalIds.taken(read);
    if (taken !== null)
      return this.#bad({
        cid: read.cid,
        problems: [
          {
            line: row.line,
            column: columnNames.externalId,
            message: taken,
            remedy: 'Every account has its own.',
          },
        ],
      });
    const sold = this.deals.taken(read);
    if (sold !== null)
      return this.#bad({
        cid: read.cid,
        problems: [
          {
            line: row.line,
            column: columnNames.opportunity,
            message: sold,
            remedy: 'An opportunity is of one account.',
          },
        ],
      });
    const was = this.before.get(read.cid) ?? null;
    const account = await this.names.accountOf(read, was);
    if ('problems' in account) return this.#bad(account);
    await this.deals.consider(read, account);
    const change = changeOf(
      read,
      was,
      account,
      (id) => this.known.get(id) ?? this.names.nameOf(id) ?? id,
    );
    this.counts[change?.kind ?? 'unchanged'] += 1;
    if (change !== null && this.changes.length < shown) this.changes.push(change);
    if (was !== null) this.moved.push(...movedAccounts([was], [account]));
    return account;
  }

  #bad(row: BadRow): BadRow {
    this.counts.bad += 1;
    if (this.problems.length < shown)
      this.problems.push(
        ...row.problems.map((problem) => ({ ...problem, message: clipped(problem.message) })),
      );
    return row;
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
