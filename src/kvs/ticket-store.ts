// The ledgers: one row per ticket under one revision, and beside it one row per open ask to find it by who holds it.
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { ChangedMeanwhile } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import type { Listed, TicketStore } from '../app/ports';
import type { Ledger } from '../core/ledger';
import type { ListRow } from '../core/procedure';
import { readAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';
import { page } from './read-query';
import { listedPeople, listed, rowsOf } from './list-rows';

/** A ticket's row; the attributes beside `doc` are what its index and its condition need. */
interface TicketRow {
  readonly revision: number;
  /** `awake` rows have to be looked at by {@link TicketRow.wakeAt}. */
  readonly state: 'awake' | 'asleep';
  readonly wakeAt: string;
  readonly doc: TicketRecord;
}

interface RadarRow {
  readonly queue: string;
  /** Of what has been wrong the longest. */
  readonly since: string;
  readonly doc: Listed;
}

/** Stands for "no time" in an index, which takes no empty values. */
const never = '9999-12-31T00:00:00.000Z';
/** Journal entries kept in the row; older ones move to pages of their own (Forge: 240 KiB a value). */
const journalKept = 80;
const journalFull = 120;

export const ticketStore: TicketStore = {
  async load(issueId) {
    return (
      (await storing(() => kvs.entity<TicketRow>('ticket').get(keys.ticket(issueId))))?.doc ?? null
    );
  },

  async loadAll(issueIds) {
    const rows = await readAll<TicketRow>(
      issueIds.map((id) => ({ key: keys.ticket(id), entityName: 'ticket' })),
    );
    return new Map([...rows.values()].map(({ doc }) => [doc.ledger.issueId, doc]));
  },

  async save({ rows: wanted, ...record }) {
    const { issueId } = record.ledger;
    const rows = rowsOf(issueId, wanted);
    const gone = (record.rowKeys ?? []).filter((key) => !rows.has(key));
    const left = Math.max(0, rowsAtOnce - rows.size);
    const { kept, archived } = trimmed({
      ...record,
      revision: record.revision + 1,
      listed: record.radar.length > 0,
      // Those that do not fit into this transaction are taken away by the next.
      rowKeys: [...rows.keys(), ...gone.slice(left)],
    });
    await storeAhead([...rows].slice(rowsAtOnce));
    const expected =
      record.revision === 0
        ? FilterConditions.notExists()
        : FilterConditions.equalTo(record.revision);
    const row: TicketRow = {
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
    const stored = await this.load(issueId);
    let transaction = kvs
      .transact()
      .delete(keys.ticket(issueId), { entityName: 'ticket' })
      .delete(keys.radar(issueId), { entityName: 'radar' });
    const rows = stored?.rowKeys ?? [];
    for (const key of rows.slice(0, rowsAtOnce))
      transaction = transaction.delete(key, { entityName: 'row' });
    await forgetRows(rows.slice(rowsAtOnce));
    await storing(() => transaction.execute());
  },

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
      wakes: results.map(({ value }) => ({ issueId: value.doc.ledger.issueId, at: value.wakeAt })),
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

/** Moves the oldest journal entries out when the row has too many. */
function trimmed(record: TicketRecord): {
  kept: TicketRecord;
  archived: TicketRecord['ledger']['journal'];
} {
  const { journal } = record.ledger;
  if (journal.length <= journalFull) return { kept: record, archived: [] };
  const cut = journal.length - journalKept;
  return {
    kept: { ...record, ledger: { ...record.ledger, journal: journal.slice(cut) } },
    archived: journal.slice(0, cut),
  };
}
