// The ledgers: one row per ticket under one revision, and beside it one row per open ask to find it by who holds it.
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { NewerRow } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import type { TicketStore } from '../app/ports';
import type { ListRow } from '../core/procedure';
import type { Ledger } from '../core/ledger';
import type { RadarItem } from '../core/radar-rule';
import { deleteAll, readAll, writeAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';
import { unpacked } from './packed';
import { page, readQuery } from './read-query';
import { type RadarRow, saveAll } from './save-tickets';
import { isNewer, recordOf, type TicketRow } from './ticket-format';
import { entriesBefore, pagesOf } from './ticket-journal';

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

  async save(record) {
    const [saved] = await this.saveAll([record]);
    if (saved instanceof Error) throw saved;
    return saved as TicketRecord;
  },

  saveAll,

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
    await forgetRows(Object.keys(record?.rowMarks ?? {}));
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

  async listed(list, who, limit, direction) {
    const query = kvs
      .entity<ListRow>('row')
      .query()
      .index('by-who', { partition: [list, who] })
      .sort(direction === 'latest-first' ? Sort.DESC : Sort.ASC);
    return (await readQuery<ListRow>(query, limit)).map(({ doc }) => doc as never);
  },

  async listedPeople(list, most) {
    const people = new Set<string>();
    let cursor: string | undefined;
    for (let read = 0; read < most; read += page) {
      const query = kvs
        .entity<ListRow>('row')
        .query()
        .index('by-list', { partition: [list] })
        .limit(page);
      const { results, nextCursor } = await storing(() =>
        (cursor === undefined ? query : query.cursor(cursor)).getMany(),
      );
      for (const { value } of results) people.add(value.who);
      if (nextCursor === undefined) return people;
      cursor = nextCursor;
    }
    return null;
  },

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

/** Operations of one transaction of those that have rows to take along (Forge: at most 25). */
const rowsAtOnce = 20;

async function forgetRows(keysOfRows: readonly string[]): Promise<void> {
  for (let place = 0; place < keysOfRows.length; place += rowsAtOnce) {
    let transaction = kvs.transact();
    for (const key of keysOfRows.slice(place, place + rowsAtOnce))
      transaction = transaction.delete(key, { entityName: 'row' });
    await storing(() => transaction.execute());
  }
}

/** Said once: what a newer version has written is left as it is. */
async function noteNewer(issueId: string, { doc }: TicketRow, error: NewerRow): Promise<void> {
  const code = 'newer-version';
  const { projectId, key } = unpacked(doc).ledger;
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
