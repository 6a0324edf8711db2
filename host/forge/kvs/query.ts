// Queries: by prefix over plain values, by index over entities. They may lag behind (faults), gets never do.
import { forgeLimits } from '../limits';
import { allHold, compareValues, type Condition, type Filters } from './conditions';
import { badRequest } from './failure';
import { type Entry, type EntityIndex, inOrder } from './index-of-entity';
import { boundsOf } from './range';
import { placeOf, type Row, valueOf } from './row';
import { firstAtOrAfter } from './sorted-list';
import type { Store } from './store';

interface Page {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

const { page: largestPage, defaultPage } = forgeLimits.storage;

function limitOf(limit: unknown): number {
  if (limit === undefined) return defaultPage;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw badRequest(`A page has 1 to ${largestPage} values.`);
  }
  return limit;
}

const encode = (after: unknown): string => Buffer.from(JSON.stringify(after)).toString('base64url');

/** What a cursor of an earlier page says; null without one. @throws StorageFailure 400 for one that is none of ours */
function decode(cursor: unknown): unknown {
  if (cursor === undefined || cursor === null || cursor === '') return null;
  try {
    return JSON.parse(Buffer.from(String(cursor), 'base64url').toString()) as unknown;
  } catch {
    throw badRequest('The cursor is not one of an earlier page.', 'INVALID_CURSOR');
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Plain values in the order of their keys. */
export function queryPlain(
  store: Store,
  body: { where?: readonly Condition[]; limit?: unknown; after?: unknown },
): Page {
  const limit = limitOf(body.limit);
  const after = decode(body.after);
  const given = body.where?.find(({ condition }) => condition === 'BEGINS_WITH')?.values?.[0];
  const prefix = typeof given === 'string' ? given : '';
  const unseen = store.unseen();
  const then = (key: string): Row | null => {
    const place = placeOf(null, key);
    return unseen.has(place) ? (unseen.get(place) ?? null) : store.get(null, key);
  };
  const gone = [...unseen.values()].flatMap((row) =>
    row !== null && row.entity === null && store.get(null, row.key) === null ? [row.key] : [],
  );
  const keys = gone.length === 0 ? store.plainKeys : [...store.plainKeys, ...gone].sort(byText);
  const rows: Row[] = [];
  let place = firstAtOrAfter(keys, prefix, byText);
  if (typeof after === 'string' && after >= prefix) {
    place = firstAtOrAfter(keys, after, byText);
    if (keys[place] === after) place += 1;
  }
  for (; place < keys.length; place += 1) {
    const key = keys[place] as string;
    if (!key.startsWith(prefix)) break;
    const row = then(key);
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
  if (index === null)
    throw badRequest(
      `Entity ${query.entityName} has no index ${query.indexName}.`,
      'INDEX_NOT_FOUND',
    );
  const partition = query.partition ?? [];
  if (partition.length !== index.definition.partition.length) {
    throw badRequest(
      `Index ${query.indexName} has ${index.definition.partition.length} partition attributes, not ${partition.length}.`,
    );
  }
  const limit = limitOf(query.limit);
  const unseen = store.unseen();
  const entries = entriesThen(index, partition, query.entityName, unseen);
  let [low, high] = boundsOf(entries, query.range);
  const descending = query.sort === 'DESC';
  const after = decode(query.cursor);
  if (Array.isArray(after)) {
    const seen: Entry = { range: after[0] as unknown, key: String(after[1]) };
    const place = firstAtOrAfter(entries, seen, inOrder);
    if (descending) high = Math.min(high, place);
    else
      low = Math.max(
        low,
        place + (entries[place] !== undefined && inOrder(entries[place], seen) === 0 ? 1 : 0),
      );
  }
  const page = descending
    ? entries.slice(Math.max(low, high - limit), Math.max(low, high)).reverse()
    : entries.slice(low, Math.min(high, low + limit));
  const last = page.at(-1);
  const rows = page.flatMap(
    ({ key }) =>
      unseen.get(placeOf(query.entityName, key)) ?? store.get(query.entityName, key) ?? [],
  );
  return {
    rows:
      query.filters === undefined
        ? rows
        : rows.filter((row) => allHold(query.filters, valueOf(row))),
    cursor: last !== undefined && high - low > limit ? encode([last.range, last.key]) : null,
  };
}

/** Entries of a partition, ascending; as they were before the lag, where there is one. */
function entriesThen(
  index: EntityIndex,
  partition: readonly unknown[],
  entity: string,
  unseen: ReadonlyMap<string, Row | null>,
): readonly Entry[] {
  const entries = index.entries(partition);
  if (unseen.size === 0) return entries;
  const known = entries.filter(({ key }) => !unseen.has(placeOf(entity, key)));
  const before = [...unseen.values()].flatMap((row) => {
    const place = row !== null && row.entity === entity ? index.entryOf(row) : null;
    return place !== null && place.partition === JSON.stringify(partition) ? [place.entry] : [];
  });
  return [...known, ...before].sort(
    (a, b) => compareValues(a.range, b.range) || compareValues(a.key, b.key),
  );
}
