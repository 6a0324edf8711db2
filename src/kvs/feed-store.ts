import { kvs } from '@forge/kvs';
import type { FeedLog, FeedStore } from '../app/accounts/feed/feed-ports';
import { storing } from './failures';
import { keys } from './keys';

/** Values have at most 240 KiB (Forge): a call's records lie in several. */
const bytesAtOnce = 100_000;
const aDay = { ttl: { value: 1, unit: 'DAYS' as const } };

export const feedStore: FeedStore = {
  async secret() {
    return (await storing(() => kvs.getSecret<string>(keys.feedSecret))) ?? null;
  },
  setSecret: (secret) => storing(() => kvs.setSecret(keys.feedSecret, secret)),

  async seen(signature) {
    return (await storing(() => kvs.get(keys.feedCall(signature)))) !== undefined;
  },
  remember: (signature) => storing(() => kvs.set(keys.feedCall(signature), true, aDay)),

  async stage(id, records) {
    const parts: unknown[][] = [[]];
    let bytes = 0;
    for (const record of records) {
      const size = JSON.stringify(record).length;
      if (bytes + size > bytesAtOnce && (parts.at(-1)?.length ?? 0) > 0) {
        parts.push([]);
        bytes = 0;
      }
      parts.at(-1)?.push(record);
      bytes += size;
    }
    for (const [place, part] of parts.entries()) await storing(() => kvs.set(keys.feedRecords(id, place), { part, parts: parts.length }, aDay));
  },

  async staged(id) {
    const records: unknown[] = [];
    for (let place = 0, parts = 1; place < parts; place += 1) {
      const stored = await storing(() => kvs.get<{ part: unknown[]; parts: number }>(keys.feedRecords(id, place)));
      records.push(...(stored?.part ?? []));
      parts = stored?.parts ?? 0;
    }
    return records;
  },

  async log() {
    return (await storing(() => kvs.get<FeedLog>(keys.feedLog))) ?? { lastCallAt: null, entries: [] };
  },
  keepLog: (log) => storing(() => kvs.set(keys.feedLog, log)),
};
