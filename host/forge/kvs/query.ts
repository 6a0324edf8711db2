// Queries: by prefix over plain values, by index over entities. They may lag behind (faults), gets never do.
import { forgeLimits } from '../limits';
import { type Condition, type Filters, holds, allHold, compareValues } from './conditions';
import { badRequest } from './failure';
import { placeOf, type Row, valueOf } from './row';
import type { Store } from './store';

interface Page {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

const { page: largestPage, defaultPage } = forgeLimits.storage;

function limitOf(limit: unknown): number {
  if (limit === undefined) return defaultPage;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > largestPage) throw badRequest(`A page has 1 to ${largestPage} values.`);
  return limit;
}

const encode = (after: string): string => Buffer.from(after).toString('base64url');
const decode = (cursor: unknown): string | null => (typeof cursor === 'string' && cursor !== '' ? Buffer.from(cursor, 'base64url').toString() : null);

/** Plain values in the order of their keys. */
export function queryPlain(store: Store, body: { where?: readonly Condition[]; limit?: unknown; after?: unknown }): Page {
  const limit = limitOf(body.limit);
  const after = decode(body.after);
  const prefix = body.where?.find(({ condition }) => condition === 'BEGINS_WITH')?.values?.[0];
  const unseen = store.unseen();
  const keys = [...store.plainKeys, ...[...unseen.values()].flatMap((row) => (row !== null && row.entity === null && store.get(null, row.key) === null ? [row.key] : []))].sort();
  const rows: Row[] = [];
  for (const key of keys) {
    if (after !== null && key <= after) continue;
    if (typeof prefix === 'string' && !key.startsWith(prefix)) continue;
    const place = placeOf(null, key);
    const row = unseen.has(place) ? (unseen.get(place) ?? null) : store.get(null, key);
    if (row === null) continue;
    if (rows.length === limit) return { rows, cursor: encode((rows.at(-1) as Row).key) };
    rows.push(row);
  }
  return { rows, cursor: null };
}

export interface EntityQuery {
  readonly entityName: string;
  readonly indexName: string;
  readonly partition?: readonly unknown[];
  readonly range?: Condition;
  readonly filters?: Filters;
  readonly sort?: 'ASC' | 'DESC';
  readonly limit?: unknown;
  readonly cursor?: unknown;
}

/**
 * Rows of one partition of an index in order. Filters run after a page is read, so a page may be empty and have a
 * cursor all the same (Forge, "Querying the Custom Entity Store").
 */
export function queryEntity(store: Store, query: EntityQuery): Page {
  const index = store.index(query.entityName, query.indexName);
  if (index === null) throw badRequest(`Entity ${query.entityName} has no index ${query.indexName}.`, 'INDEX_NOT_FOUND');
  const partition = query.partition ?? [];
  if (partition.length !== index.definition.partition.length) {
    throw badRequest(`Index ${query.indexName} has ${index.definition.partition.length} partition attributes, not ${partition.length}.`);
  }
  const limit = limitOf(query.limit);
  const descending = query.sort === 'DESC';
  const found = candidates(store, query, partition);
  if (descending) found.reverse();
  const after = decode(query.cursor);
  const [afterRange, afterKey] = after === null ? [null, null] : (JSON.parse(after) as [unknown, string]);
  const start = after === null ? 0 : found.findIndex(({ range, key }) => {
    const order = compareValues(range, afterRange) || compareValues(key, afterKey);
    return descending ? order < 0 : order > 0;
  });
  const page = start < 0 ? [] : found.slice(start, start + limit);
  const last = page.at(-1);
  const more = start >= 0 && start + limit < found.length;
  return {
    rows: page.map(({ row }) => row).filter((row) => allHold(query.filters, valueOf(row))),
    cursor: more && last ? encode(JSON.stringify([last.range, last.key])) : null,
  };
}

interface Candidate {
  readonly range: unknown;
  readonly key: string;
  readonly row: Row;
}

/** Rows of the partition within the range, ascending; as they were before the lag, where there is one. */
function candidates(store: Store, { entityName, indexName, range }: EntityQuery, partition: readonly unknown[]): Candidate[] {
  const index = store.index(entityName, indexName);
  if (index === null) return [];
  const within = (value: unknown): boolean => range === undefined || holds(range, value);
  const unseen = store.unseen();
  const found: Candidate[] = [];
  const upTo = range !== undefined && ['LESS_THAN', 'LESS_THAN_EQUAL_TO', 'BETWEEN', 'EQUAL_TO'].includes(range.condition);
  for (const { range: value, key } of index.entries(partition)) {
    if (!within(value)) {
      // Ascending: once past an upper bound nothing more can follow.
      if (upTo && found.length > 0) break;
      if (range?.condition.startsWith('LESS_THAN')) break;
      continue;
    }
    const row = store.get(entityName, key);
    if (row !== null && !unseen.has(placeOf(entityName, key))) found.push({ range: value, key, row });
  }
  let added = false;
  for (const row of unseen.values()) {
    const place = row !== null && row.entity === entityName ? index.entryOf(row) : null;
    if (row === null || place === null || place.partition !== JSON.stringify(partition) || !within(place.entry.range)) continue;
    found.push({ range: place.entry.range, key: row.key, row });
    added = true;
  }
  if (added) found.sort((a, b) => compareValues(a.range, b.range) || compareValues(a.key, b.key));
  return found;
}
