// Reads every staged row, finds its names in Jira, compares it with the account as it is, and changes nothing.
import type { AccountChange, ImportProblem } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import { RelayError } from '../../errors';
import type { Ports } from '../../ports';
import type { AccountBook, AccountPorts } from '../account-ports';
import { asksThatMove, movedAccounts } from '../hand-over';
import { knownNames } from '../known-names';
import { countedOpen } from '../../settings/open-there';
import { clipped, fitting } from '../bounds';
import { columnNames } from '../columns';
import { type AccountImport, noCounts, type ReadyRows, shown, shownBytes } from './account-import';
import { changeOf } from './differences';
import { ExternalIds } from './external-ids';
import { Names } from './names';
import { type BadRow, type Readers, readRow, type SheetRow } from './read-row';

/** @throws RelayError `missing` when rows that were announced never arrived */
export async function checkImport(
  ports: Ports,
  { book, imports, catalogues, parts }: AccountPorts,
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
  const policy = await ports.policy.current();
  const besides = parts.flatMap(({ id: procedure, beside }) =>
    beside === undefined ? [] : [[procedure, beside.check(ports, policy)] as const],
  );
  const comparison = new Comparison({
    how: begun,
    before,
    names: new Names(catalogues.app),
    known,
    externalIds,
    readers: { parts, beside: besides.map(([, check]) => check) },
  });
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
  const beside = Object.fromEntries(
    besides.map(([procedure, check]) => [procedure, check.announced()]),
  );
  const removed = begun.complete ? comparison.missing() : [];
  const moving = await asksThatMove(ports, [...before.values()], moved);
  const left = await asksThatMove(ports, [...before.values()], removed);
  const records = await ports.tickets.loadAll(
    [...left.slice(0, shown), ...moving.slice(0, shown)].map(({ issueId }) => issueId),
  );
  await imports.keep({
    ...begun,
    comparedWith,
    done,
    phase: 'checked',
    beside,
    counts: { ...counts, removed: removed.length },
    problems: fitting(problems.slice(0, shown), shownBytes.problems),
    changes: fitting(changes, shownBytes.changes),
    removed: fitting(
      removed.slice(0, shown).map(({ cid, name }) => {
        const open = left
          .filter((one) => one.cid === cid)
          .map(({ issueId }) => ({ key: records.get(issueId)?.ledger.key ?? issueId }));
        return open.length === 0
          ? `${cid} ${name}`
          : `${cid} ${name}: ${countedOpen(open)} and stay with whoever is asked`;
      }),
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

/** What the lines of a file are read with, and compared with. */
interface Against {
  readonly how: Pick<AccountImport, 'columns' | 'dates' | 'blanks' | 'at'>;
  readonly before: ReadonlyMap<string, CustomerAccount>;
  readonly names: Names;
  readonly known: ReadonlyMap<string, string>;
  readonly externalIds: ExternalIds;
  readonly readers: Readers;
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

  constructor(private readonly against: Against) {}

  /** The accounts of those lines that are right, and those that stay because theirs are wrong. */
  async ready(rows: readonly SheetRow[]): Promise<ReadyRows> {
    const accounts: CustomerAccount[] = [];
    const stays: Cid[] = [];
    for (const row of rows) {
      const result = await this.#consider(row);
      this.done += 1;
      if (!('problems' in result)) accounts.push(result);
      else if (this.against.before.has(result.cid)) stays.push(result.cid);
    }
    return { accounts, stays };
  }

  /** Accounts in force that the file does not have. */
  missing(): CustomerAccount[] {
    return [...this.against.before.values()].filter(({ cid }) => !this.#lines.has(cid));
  }

  async #consider(row: SheetRow): Promise<CustomerAccount | BadRow> {
    const { how, before, names, known, externalIds, readers } = this.against;
    const read = readRow(row, how, readers);
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
    const taken = externalIds.taken(read);
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
    for (const one of read.beside) {
      const problem = one.taken();
      if (problem !== null)
        return this.#bad({ cid: read.cid, problems: [{ line: row.line, ...problem }] });
    }
    const was = before.get(read.cid) ?? null;
    const account = await names.accountOf(read, was);
    if ('problems' in account) return this.#bad(account);
    for (const one of read.beside) await one.consider(account);
    const change = changeOf(
      row.line,
      { before: was, after: account },
      readers.parts,
      (id) => known.get(id) ?? names.nameOf(id) ?? id,
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
