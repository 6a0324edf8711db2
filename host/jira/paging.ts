import { type Query } from './query';

/** The older paging of v3: startAt, maxResults, total. */
export function pageOf<T>(
  rows: readonly T[],
  query: Query,
  most = 50,
): {
  readonly rows: readonly T[];
  readonly bean: { startAt: number; maxResults: number; total: number };
} {
  const startAt = query.count('startAt', 0);
  const maxResults = query.count('maxResults', most, Math.max(most, 100));
  return {
    rows: rows.slice(startAt, startAt + maxResults),
    bean: { startAt, maxResults, total: rows.length },
  };
}

/** A `PageBean…`: the older paging with `values`, `isLast` and `self`. */
export function pageBean<T, R>(
  self: string,
  rows: readonly T[],
  { query, most = 50 }: { readonly query: Query; readonly most?: number },
  format: (row: T) => R,
): Record<string, unknown> {
  const page = pageOf(rows, query, most);
  const { startAt, maxResults, total } = page.bean;
  return {
    self,
    maxResults,
    startAt,
    total,
    isLast: startAt + page.rows.length >= total,
    values: page.rows.map(format),
  };
}
