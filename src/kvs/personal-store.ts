// Encrypted at rest and apart from everything else: https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-secret/
import { kvs } from '@forge/kvs';
import type { PersonalStore } from '../app/ports';
import { storing } from './failures';
import { keys } from './keys';

/** A net below the purge: a ticket that everybody forgot does not keep a person's data for ever. */
const longestDays = 365;

export const personalStore: PersonalStore = {
  async read<Personal extends object>(issueId: string) {
    return (await storing(() => kvs.getSecret<Personal>(keys.personal(issueId)))) ?? null;
  },

  async write(issueId, personal) {
    await storing(() =>
      kvs.setSecret(keys.personal(issueId), personal, {
        ttl: { value: longestDays, unit: 'DAYS' },
      }),
    );
  },

  async stage(issueId, by, personal) {
    await storing(() =>
      kvs.setSecret(keys.staged(issueId, by), personal, { ttl: { value: 1, unit: 'HOURS' } }),
    );
  },

  async keepStaged(issueId, by) {
    const staged = await storing(() => kvs.getSecret<object>(keys.staged(issueId, by)));
    if (staged == null) return;
    await this.write(issueId, staged);
    await this.dropStaged(issueId, by);
  },

  async dropStaged(issueId, by) {
    await storing(() => kvs.deleteSecret(keys.staged(issueId, by)));
  },

  async forget(issueId) {
    await storing(() => kvs.deleteSecret(keys.personal(issueId)));
  },
};
