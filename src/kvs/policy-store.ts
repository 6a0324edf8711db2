import { kvs } from '@forge/kvs';
import { ChangedMeanwhile } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import type { PolicyStore } from '../app/ports';
import type { Policy } from '../domain/policy';
import { readAll } from './batches';
import { storing, turnedDown } from './failures';
import { keys } from './keys';

export const policyStore: PolicyStore = {
  async current() {
    return (await storing(() => kvs.get<Policy>(keys.currentPolicy))) ?? null;
  },

  async publish(policy, expectedVersion) {
    const current = await this.current();
    if ((current?.version ?? null) !== expectedVersion) throw new ChangedMeanwhile();
    try {
      // The version's own key can be written once only: of two who publish at the same time, one gets it.
      await storing(() => kvs.set(keys.policy(policy.version), policy, { keyPolicy: 'FAIL_IF_EXISTS' }));
    } catch (error) {
      if (turnedDown(error)) throw new ChangedMeanwhile();
      throw error;
    }
    await storing(() => kvs.set(keys.currentPolicy, policy));
  },

  async glance(issueId) {
    const ticket = keys.ticket(issueId);
    const found = await readAll<Policy | { doc: TicketRecord }>([
      { key: keys.currentPolicy },
      { key: ticket, entityName: 'ticket' },
    ]);
    const policy = found.get(keys.currentPolicy);
    const row = found.get(ticket);
    return {
      policy: policy !== undefined && 'queues' in policy ? policy : null,
      record: row !== undefined && 'doc' in row ? row.doc : null,
    };
  },

  async self(ask) {
    const known = await storing(() => kvs.get<string>(keys.self));
    if (known !== undefined) return known;
    const accountId = await ask();
    await storing(() => kvs.set(keys.self, accountId));
    return accountId;
  },

  async reconciledUntil() {
    return (await storing(() => kvs.get<string>(keys.reconciledUntil))) ?? null;
  },

  async markReconciled(until) {
    await storing(() => kvs.set(keys.reconciledUntil, until));
  },
};
