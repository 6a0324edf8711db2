// How ledgers are stored: each under its revision, several in one transaction where they come together.
import { createHash, randomBytes } from 'node:crypto';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { ChangedMeanwhile, TooLarge } from '../app/errors';
import type { TicketRecord, TicketToSave } from '../app/outbox';
import type { Listed } from '../app/ports';
import type { ListRow } from '../core/procedure';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';
import { bytesOf, packed } from './packed';
import { ticketVersion, type TicketRow } from './ticket-format';
import { trimmed } from './ticket-journal';

export interface RadarRow {
  readonly queue: string;
  /** Of what has been wrong the longest. */
  readonly since: string;
  readonly doc: Listed;
}

/** Stands for "no time" in an index, which takes no empty values. */
const never = '9999-12-31T00:00:00.000Z';
/** Forge takes 240 KiB a value; below that, so that what the row has beside the record fits as well. */
const mostBytes = 240_000;
const saltBytes = 9;
/** Forge: a transaction has at most 25 operations. */
const operations = 25;
/** Beside the ticket's own row, its radar and its journal. */
const rowsAtOnce = 20;

interface Set {
  readonly key: string;
  readonly value: object;
  readonly entityName?: string;
}

/** What is to be written for one ticket. */
interface Prepared {
  readonly record: TicketToSave;
  /** As it is stored then. */
  readonly kept: TicketRecord;
  readonly row: TicketRow;
  readonly sets: readonly Set[];
  readonly deletes: readonly Omit<Set, 'value'>[];
  /** Lines that do not fit into the transaction of the ticket. */
  readonly ahead: readonly (readonly [string, ListRow])[];
}

/** A ticket's rows by their keys; lines of one list about one person are told apart by their item. */
const rowsOf = (issueId: string, rows: readonly ListRow[]): ReadonlyMap<string, ListRow> =>
  new Map(
    rows.map((row) => {
      const { item: _inTheKey, ...stored } = row;
      return [keys.row(issueId, row), stored];
    }),
  );

/** Tells whether a row says something else than the one that is stored. */
export const markOf = (row: ListRow): string =>
  createHash('sha1').update(JSON.stringify(row)).digest('base64url').slice(0, 10);

/**
 * The lists in which the ticket is found are written when its turn is over: while something is still to be done the ledger alone
 * says how it stands, and a turn that is cut off is taken up again.
 */
function listsOf(record: TicketToSave) {
  const { turn, rows: wanted, rowMarks: before = {}, ledger } = record;
  if (turn !== null) return { changed: [], gone: [], rowMarks: before, listed: record.listed };
  const rows = rowsOf(ledger.issueId, wanted);
  const marks = Object.fromEntries([...rows].map(([key, row]) => [key, markOf(row)]));
  const changed = [...rows].filter(([key]) => marks[key] !== before[key]);
  const gone = Object.keys(before).filter((key) => !rows.has(key));
  const left = Math.max(0, rowsAtOnce - changed.length);
  return {
    changed,
    gone: gone.slice(0, left),
    // Those that do not fit into this transaction are taken away by the next.
    rowMarks: { ...marks, ...Object.fromEntries(gone.slice(left).map((key) => [key, ''])) },
    listed: record.radar.length > 0,
  };
}

/** @throws TooLarge where storage takes no more of the ticket */
function prepared(record: TicketToSave): Prepared {
  const { rows: _rows, ...plain } = record;
  const { issueId } = record.ledger;
  const { changed, gone, rowMarks, listed } = listsOf(record);
  const { kept, archived } = trimmed({
    ...plain,
    revision: record.revision + 1,
    salt: record.salt ?? randomBytes(saltBytes).toString('base64url'),
    listed,
    rowMarks,
  });
  const bytes = bytesOf(kept);
  if (bytes > mostBytes) throw new TooLarge(bytes);
  const [oldest] = archived;
  const isOnRadar = record.turn === null && listed;
  const isOffRadar = record.turn === null && !listed && record.listed;
  return {
    record,
    kept,
    row: {
      v: ticketVersion,
      revision: kept.revision,
      state: kept.wakeAt === null ? 'asleep' : 'awake',
      wakeAt: kept.wakeAt ?? never,
      doc: packed(kept),
    },
    sets: [
      ...changed.slice(0, rowsAtOnce).map(([key, value]) => ({ key, value, entityName: 'row' })),
      ...(isOnRadar
        ? [{ key: keys.radar(issueId), value: radarRowOf(kept), entityName: 'radar' }]
        : []),
      ...(oldest === undefined ? [] : [{ key: keys.journal(issueId, oldest.id), value: archived }]),
    ],
    deletes: [
      ...gone.map((key) => ({ key, entityName: 'row' })),
      ...(isOffRadar ? [{ key: keys.radar(issueId), entityName: 'radar' }] : []),
    ],
    ahead: changed.slice(rowsAtOnce),
  };
}

const radarRowOf = ({ ledger: { issueId, key, projectId }, radar }: TicketRecord): RadarRow => ({
  queue: projectId,
  since: radar.map((item) => item.since).sort()[0] ?? never,
  doc: { issueId, key, items: radar },
});

/**
 * Stores records, those that come together in as few transactions as there have to be. One that cannot be stored fails alone.
 * @returns for each the record with its next revision, or why it was not stored
 */
export async function saveAll(
  records: readonly TicketToSave[],
): Promise<readonly (TicketRecord | Error)[]> {
  const all = records.map((record) => attempt(() => prepared(record)));
  const ready = all.filter((one): one is Prepared => !(one instanceof Error));
  const results = new Map((await Promise.all(inTransactions(ready).map(stored))).flat());
  return all.map((one) => (one instanceof Error ? one : (results.get(one) ?? new Error('Lost.'))));
}

const attempt = <T>(work: () => T): T | Error => {
  try {
    return work();
  } catch (error) {
    return asError(error);
  }
};

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

const operationsOf = ({ sets, deletes }: Prepared): number => 1 + sets.length + deletes.length;

/** In their order, so many together as a transaction has room for. */
function inTransactions(ready: readonly Prepared[]): Prepared[][] {
  const transactions: Prepared[][] = [];
  let left = 0;
  for (const one of ready) {
    const needed = operationsOf(one);
    if (needed > left) {
      transactions.push([]);
      left = operations;
    }
    transactions.at(-1)?.push(one);
    left -= needed;
  }
  return transactions;
}

async function stored(some: readonly Prepared[]): Promise<[Prepared, TicketRecord | Error][]> {
  try {
    for (const { ahead } of some) await storeAhead(ahead);
    await execute(some);
    return some.map((one) => [one, one.kept]);
  } catch (error) {
    const [only, ...others] = some;
    if (only !== undefined && others.length === 0) return [[only, await whyNot(only, error)]];
    // One of them is in the way of all: each by itself.
    if (!turnedDown(error)) return some.map((one) => [one, asError(storageFailure(error))]);
    const alone: [Prepared, TicketRecord | Error][] = [];
    for (const one of some) alone.push(...(await stored([one])));
    return alone;
  }
}

async function whyNot({ record }: Prepared, error: unknown): Promise<Error> {
  // Which code a failed condition has is not documented: what is stored tells.
  if (!turnedDown(error)) return asError(storageFailure(error));
  const { issueId } = record.ledger;
  try {
    const row = await storing(() => kvs.entity<TicketRow>('ticket').get(keys.ticket(issueId)));
    return (row?.revision ?? 0) === record.revision ? asError(error) : new ChangedMeanwhile();
  } catch (unread) {
    return asError(unread);
  }
}

async function execute(some: readonly Prepared[]): Promise<void> {
  let transaction = kvs.transact();
  for (const { record, row, sets, deletes } of some) {
    const expected =
      record.revision === 0
        ? FilterConditions.notExists()
        : FilterConditions.equalTo(record.revision);
    transaction = transaction.set(keys.ticket(record.ledger.issueId), row, {
      entityName: 'ticket',
      conditions: new Filter<TicketRow>().and('revision', expected),
    });
    for (const { key, value, entityName } of sets)
      transaction = transaction.set(
        key,
        value,
        entityName === undefined ? undefined : { entityName },
      );
    for (const { key, entityName } of deletes)
      transaction = transaction.delete(key, entityName === undefined ? undefined : { entityName });
  }
  await transaction.execute();
}

/**
 * Lines that do not fit into the transaction of the ticket are written before it: whoever finds a ticket in a list looks
 * into its ledger, so a line that is there too early says nothing wrong.
 */
async function storeAhead(rows: readonly (readonly [string, ListRow])[]): Promise<void> {
  for (let place = 0; place < rows.length; place += rowsAtOnce) {
    let transaction = kvs.transact();
    for (const [key, row] of rows.slice(place, place + rowsAtOnce))
      transaction = transaction.set(key, row, { entityName: 'row' });
    await transaction.execute();
  }
}
