import { kvs } from '@forge/kvs';
import type { FeedLog, FeedStore } from '../app/accounts/feed/feed-ports';
import { storing } from './failures';
import { feedSecret } from './feed-secret';
import { keys } from './keys';
import { keepList, readList } from './parts';

const days = 1;
const aDay = { ttl: { value: days, unit: 'DAYS' as const } };

export const feedStore: FeedStore = {
  secret: feedSecret,
  setSecret: (secret) => storing(() => kvs.setSecret(keys.feedSecret, secret)),

  async seen(signature) {
    return (await storing(() => kvs.get(keys.feedCall(signature)))) !== undefined;
  },
  remember: (signature) => storing(() => kvs.set(keys.feedCall(signature), true, aDay)),

  stage: (id, records) => keepList(keys.feedRecords(id), records, days),
  staged: async (id) => (await readList<unknown>(keys.feedRecords(id))) ?? [],

  async log() {
    return (
      (await storing(() => kvs.get<FeedLog>(keys.feedLog))) ?? { lastCallAt: null, entries: [] }
    );
  },
  keepLog: (log) => storing(() => kvs.set(keys.feedLog, log)),
};
