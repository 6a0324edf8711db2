// Lists that are too long for one value: they lie in several, the first of which says how many there are.
import { kvs } from '@forge/kvs';
import { storing } from './failures';

/** A value has at most 240 KiB (Forge); a single element must fit into what is left. */
const bytesAtOnce = 100_000;

interface Part<T> {
  readonly part: readonly T[];
  readonly parts: number;
}

/** @param key of the part at that place */
export async function keepList<T>(
  key: (place: number) => string,
  list: readonly T[],
  ttlDays: number,
): Promise<void> {
  const parts: T[][] = [[]];
  let bytes = 0;
  for (const one of list) {
    const size = Buffer.byteLength(JSON.stringify(one)) + 1;
    if (bytes > 0 && bytes + size > bytesAtOnce) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(one);
    bytes += size;
  }
  const options = { ttl: { value: ttlDays, unit: 'DAYS' as const } };
  for (const [place, part] of parts.entries())
    await storing(() =>
      kvs.set(key(place), { part, parts: parts.length } satisfies Part<T>, options),
    );
}

/** Null when it is not there, or no longer there as a whole. */
export async function readList<T>(key: (place: number) => string): Promise<T[] | null> {
  const list: T[] = [];
  for (let place = 0, parts = 1; place < parts; place += 1) {
    const stored = await storing(() => kvs.get<Part<T>>(key(place)));
    if (stored === undefined) return null;
    list.push(...stored.part);
    parts = stored.parts;
  }
  return list;
}
