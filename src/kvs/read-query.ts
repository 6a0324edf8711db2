import { storing } from './failures';

/** A query answers at most 100 rows: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const page = 100;

interface Paged<T> {
  readonly limit: (count: number) => {
    readonly cursor: (at: string) => { readonly getMany: () => Promise<Results<T>> };
    readonly getMany: () => Promise<Results<T>>;
  };
}
interface Results<T> {
  readonly results: readonly { readonly value: T }[];
  readonly nextCursor?: string;
}

/** What a query finds, page after page; at most `limit` of it. */
export async function readQuery<T>(query: Paged<T>, limit: number): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const some = query.limit(Math.min(page, limit - found.length));
    const { results, nextCursor } = await storing(() =>
      (cursor === undefined ? some : some.cursor(cursor)).getMany(),
    );
    found.push(...results.map(({ value }) => value));
    cursor = nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return found;
}
