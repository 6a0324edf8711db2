import { kvs } from '@forge/kvs';
import { storing } from './failures';

/** Keys per request (Forge, "Batch operations": at most 25 items). */
const perRequest = 25;

/** Where a value is. */
export interface Place {
  readonly key: string;
  readonly entityName?: string;
}

/** Reads many values, each once however often it is named; those that do not exist are absent. */
export async function readAll<T>(wanted: readonly Place[]): Promise<Map<string, T>> {
  const places = [
    ...new Map(wanted.map((place) => [`${place.entityName ?? ''} ${place.key}`, place])).values(),
  ];
  const found = new Map<string, T>();
  const pages = Array.from({ length: Math.ceil(places.length / perRequest) }, (_, page) =>
    places.slice(page * perRequest, (page + 1) * perRequest),
  );
  await Promise.all(
    pages.map(async (page) => {
      const { successfulKeys } = await storing(() => kvs.batchGet<T>(page));
      for (const { key, value } of successfulKeys) if (value !== undefined) found.set(key, value);
    }),
  );
  return found;
}

/**
 * Writes many values.
 * @throws Error naming the first key that could not be written
 */
export async function writeAll(
  items: readonly (Place & {
    readonly value: object;
    readonly options?: { ttl: { value: number; unit: 'DAYS' } };
  })[],
): Promise<void> {
  for (let start = 0; start < items.length; start += perRequest) {
    const { failedKeys } = await storing(() =>
      kvs.batchSet(items.slice(start, start + perRequest)),
    );
    const [failed] = failedKeys;
    if (failed)
      throw new Error(
        `Storage did not take ${failed.key}: ${failed.error.code} ${failed.error.message}`,
      );
  }
}

/** Deletes many values; one that is not there is as good as deleted. */
export async function deleteAll(places: readonly Place[]): Promise<void> {
  for (let start = 0; start < places.length; start += perRequest) {
    await storing(() => kvs.batchDelete(places.slice(start, start + perRequest)));
  }
}
