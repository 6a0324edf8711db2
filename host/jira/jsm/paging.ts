import { requestLimits } from '../limits';
import { type Ask } from '../operation';

/** A page of JSM: start, limit, size, isLastPage, values. */
export function jsmPage<T>(
  ask: Ask,
  path: string,
  rows: readonly T[],
  format: (row: T) => unknown,
): Record<string, unknown> {
  const start = ask.query.count('start', 0);
  const limit = ask.query.count('limit', requestLimits.jsmPage.usual, requestLimits.jsmPage.most);
  const page = rows.slice(start, start + limit);
  const isLastPage = start + page.length >= rows.length;
  const base = `${ask.world.baseUrl}/rest/servicedeskapi`;
  const link = (from: number): string => `${base}${path}?limit=${limit}&start=${from}`;
  return {
    _expands: [],
    size: page.length,
    start,
    limit,
    isLastPage,
    _links: {
      self: link(start),
      base,
      context: '',
      ...(isLastPage ? {} : { next: link(start + limit) }),
      ...(start > 0 ? { prev: link(Math.max(0, start - limit)) } : {}),
    },
    values: page.map(format),
  };
}
