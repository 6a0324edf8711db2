// The ledgers: one row per ticket under one revision, and beside it one row per open ask to find it by who holds it.
import { randomBytes } from 'node:crypto';
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { ChangedMeanwhile, NewerRow, TooLarge } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import type { Listed, TicketStore } from '../app/ports';
import type { Ledger } from '../core/ledger';
import type { ListRow } from '../core/procedure';
import type { RadarItem } from '../core/radar-rule';
import { bytesOf } from './bytes';
import { deleteAll, readAll, writeAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';
import { page } from './read-query';
import { recordOf, ticketVersion, type TicketRow } from './ticket-format';
import { entriesBefore, pagesOf, trimmed } from './ticket-journal';
import { listedPeople, listed, rowsOf } from './list-rows';

interface RadarRow {
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

export const ticketStore: TicketStore = {
  async load(issueId) {
    const row = await storing(() => kvs.entity<TicketRow>('ticket').get(keys.ticket(issueId)));
    if (row === undefined) return null;
    try {
      return recordOf(row);
    } catch (error) {
      if (error instanceof NewerRow) await noteNewer(issueId, row, error);
      throw error;
    }
  },

  async loadAll(issueIds) {
    const rows = await readAll<TicketRow>(
      issueIds.map((id) => ({ key: keys.ticket(id), entityName: 'ticket' })),
    );
    return new Map(
      [...rows].flatMap(([key, row]): [string, TicketRecord][] =>
        isNewer(row) ? [] : [[key.slice(keys.ticket('').length), recordOf(row)]],
      ),
    );
  },

  async save({ rows: wanted, ...record }) {
    const { issueId } = record.ledger;
    const rows = rowsOf(issueId, wanted);
    const gone = (record.rowKeys ?? []).filter((key) => !rows.has(key));
    const left = Math.max(0, rowsAtOnce - rows.size);
    const { kept, archived } = trimmed({
      ...record,
      revision: record.revision + 1,
      salt: record.salt ?? randomBytes(saltBytes).toString('base64url'),
      listed: record.radar.length > 0,
      // Those that do not fit into this transaction are taken away by the next.
      rowKeys: [...rows.keys(), ...gone.slice(left)],
    });
    const bytes = bytesOf(kept);
    if (bytes > mostBytes) throw new TooLarge(bytes);
    await storeAhead([...rows].slice(rowsAtOnce));
    const expected =
      record.revision === 0
        ? FilterConditions.notExists()
        : FilterConditions.equalTo(record.revision);
    const row: TicketRow = {
      v: ticketVersion,
      revision: kept.revision,
      state: kept.wakeAt === null ? 'asleep' : 'awake',
      wakeAt: kept.wakeAt ?? never,
      doc: kept,
    };
    let transaction = kvs.transact().set(keys.ticket(issueId), row, {
      entityName: 'ticket',
      conditions: new Filter<TicketRow>().and('revision', expected),
    });
    for (const [key, listRow] of [...rows].slice(0, rowsAtOnce))
      transaction = transaction.set(key, listRow, { entityName: 'row' });
    for (const key of gone.slice(0, left))
      transaction = transaction.delete(key, { entityName: 'row' });
    if (kept.listed) {
      const since = kept.radar.map((item) => item.since).sort()[0] ?? never;
      const shown: RadarRow = {
        queue: kept.ledger.projectId,
        since,
        doc: { issueId, key: kept.ledger.key, items: kept.radar },
      };
      transaction = transaction.set(keys.radar(issueId), shown, { entityName: 'radar' });
    } else if (record.listed) {
      transaction = transaction.delete(keys.radar(issueId), { entityName: 'radar' });
    }
    const [oldest] = archived;
    if (oldest) transaction = transaction.set(keys.journal(issueId, oldest.id), archived);
    try {
      await transaction.execute();
    } catch (error) {
      // Which code a failed condition has is not documented: what is stored tells.
      if (!turnedDown(error)) throw storageFailure(error);
      const stored = await this.load(issueId);
      if ((stored?.revision ?? 0) !== record.revision) throw new ChangedMeanwhile();
      throw error;
    }
    return kept;
  },

  async rewriteArchive(issueId, rewrite) {
    // Pages are named by their first entry, and follow each other without a gap.
    for (let first = 1; ;) {
      const key = keys.journal(issueId, first);
      const page = await storing(() => kvs.get<Ledger['journal']>(key));
      const last = page?.at(-1);
      if (page === undefined || last === undefined) return;
      const rewritten = page.map(rewrite);
      if (JSON.stringify(rewritten) !== JSON.stringify(page))
        await storing(() => kvs.set(key, rewritten));
      first = last.id + 1;
    }
  },

  async forget(issueId) {
    const row = await storing(() => kvs.entity<TicketRow>('ticket').get(keys.ticket(issueId)));
    const record = row === undefined || isNewer(row) ? null : recordOf(row);
    await forgetRows(record?.rowKeys ?? []);
    if (record !== null)
      await deleteAll(
        (await pagesOf(record)).map((first) => ({ key: keys.journal(issueId, first) })),
      );
    // The row that names the others goes last.
    await storing(() =>
      kvs
        .transact()
        .delete(keys.ticket(issueId), { entityName: 'ticket' })
        .delete(keys.radar(issueId), { entityName: 'radar' })
        .execute(),
    );
  },

  async leave(issueId, rows, days) {
    await writeAll(
      rows.map((row) => ({
        key: keys.gone(issueId, row.who),
        entityName: 'row',
        value: row,
        options: { ttl: { value: days, unit: 'DAYS' as const } },
      })),
    );
  },

  entriesBefore,

  async waking(until, cursor) {
    const query = kvs
      .entity<TicketRow>('ticket')
      .query()
      .index('by-wake', { partition: ['awake'] })
      .where(WhereConditions.lessThanEqualTo(until))
      .sort(Sort.ASC)
      .limit(page);
    const { results, nextCursor } = await storing(() =>
      (cursor === null ? query : query.cursor(cursor)).getMany(),
    );
    return {
      wakes: results.map(({ key, value }) => ({
        issueId: key.slice(keys.ticket('').length),
        at: value.wakeAt,
      })),
      next: nextCursor ?? null,
    };
  },

  listed,
  listedPeople,

  async onRadar(projectId, limit) {
    const query = kvs
      .entity<RadarRow>('radar')
      .query()
      .index('by-queue', { partition: [projectId] })
      .sort(Sort.ASC)
      .limit(Math.min(page, limit));
    return (await storing(() => query.getMany())).results.map(({ value }) => value.doc);
  },
};

/** Beside the ticket's own row, its radar and its journal: a transaction has at most 25 operations (Forge). */
const rowsAtOnce = 20;

/**
 * Lines that do not fit into the transaction of the ticket are written before it: whoever finds a ticket in a list looks
 * into its ledger, so a line that is there too early says nothing wrong.
 */
async function storeAhead(rows: readonly (readonly [string, ListRow])[]): Promise<void> {
  for (let place = 0; place < rows.length; place += rowsAtOnce) {
    let transaction = kvs.transact();
    for (const [key, row] of rows.slice(place, place + rowsAtOnce))
      transaction = transaction.set(key, row, { entityName: 'row' });
    await storing(() => transaction.execute());
  }
}

async function forgetRows(keysOfRows: readonly string[]): Promise<void> {
  for (let place = 0; place < keysOfRows.length; place += rowsAtOnce) {
    let transaction = kvs.transact();
    for (const key of keysOfRows.slice(place, place + rowsAtOnce))
      transaction = transaction.delete(key, { entityName: 'row' });
    await storing(() => transaction.execute());
  }
}

const isNewer = ({ v = 1 }: TicketRow): boolean => v > ticketVersion;

/** Said once: what a newer version has written is left as it is. */
async function noteNewer(issueId: string, { doc }: TicketRow, error: NewerRow): Promise<void> {
  const code = 'newer-version';
  const { projectId, key } = doc.ledger;
  const known = await storing(() => kvs.entity<RadarRow>('radar').get(keys.radar(issueId)));
  if (known?.doc.items.some((item) => item.code === code)) return;
  const since = new Date().toISOString();
  const item: RadarItem = {
    code,
    severity: 'urgent',
    repair: 'person',
    text: error.message,
    remedy: error.detail.remedy ?? '',
    because: { clause: 'X8', text: 'What a newer version has written is not touched.', values: {} },
    since,
  };
  const row: RadarRow = {
    queue: projectId,
    since,
    doc: { issueId, key, items: [...(known?.doc.items ?? []), item] },
  };
  await storing(() => kvs.entity<RadarRow>('radar').set(keys.radar(issueId), row));
}
