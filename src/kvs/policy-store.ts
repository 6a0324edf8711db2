import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { ChangedMeanwhile } from '../app/errors';
import type { TicketRecord } from '../app/outbox';
import type { PolicyStore, SettingsDraft } from '../app/ports';
import { readAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';
import { recordOf, ticketVersion, type TicketRow } from './ticket-format';
import { policyOf, storedPolicy, type StoredPolicy } from './policy-editions';

/** Of a policy the revision is its version. */
interface SettingsRow<T> {
  readonly revision: number;
  readonly doc: T;
}

const entityName = 'settings';
const noDraft: SettingsDraft = {
  revision: 0,
  form: null,
  basedOn: null,
  editedBy: null,
  editedAt: null,
};

const read = async <T>(key: string): Promise<T | null> =>
  (await storing(() => kvs.entity<SettingsRow<T>>(entityName).get(key)))?.doc ?? null;

/** Holds while the row's revision is the expected one; 0 for no row. */
const expecting = (revision: number) => ({
  entityName,
  conditions: new Filter<SettingsRow<unknown>>().and(
    'revision',
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision),
  ),
});

/** What a newer version has written is for the turn to refuse. */
const known = (row: TicketRow): TicketRecord | null =>
  (row.v ?? 1) > ticketVersion ? null : recordOf(row);

export const policyStore: PolicyStore = {
  async current() {
    const stored = await read<StoredPolicy>(keys.currentPolicy);
    return stored === null ? null : policyOf(stored);
  },

  async publish(policy, expectedVersion, c) {
    const row: SettingsRow<StoredPolicy> = {
      revision: policy.version,
      doc: storedPolicy(policy),
    };
    let transaction = kvs
      .transact()
      .set(keys.currentPolicy, row, expecting(expectedVersion ?? 0))
      .set(keys.policy(policy.version), row, expecting(0));
    if (c !== undefined) {
      const emptied: SettingsRow<SettingsDraft> = {
        revision: c.revision + 1,
        doc: { ...noDraft, revision: c.revision + 1 },
      };
      transaction = transaction.set(keys.draft, emptied, expecting(c.revision));
    }
    try {
      await transaction.execute();
    } catch (error) {
      // Which code a failed condition has is not documented: what is stored tells.
      if (!turnedDown(error)) throw storageFailure(error);
      const [current, stored] = await Promise.all([this.current(), this.draft()]);
      if ((current?.version ?? null) !== expectedVersion)
        throw new ChangedMeanwhile('What is in force');
      if (c !== undefined && stored.revision !== c.revision)
        throw new ChangedMeanwhile('The draft');
      throw error;
    }
  },

  async versions(numbers) {
    const rows = await readAll<SettingsRow<StoredPolicy>>(
      numbers.map((number) => ({ key: keys.policy(number), entityName })),
    );
    return numbers.flatMap((number) => {
      const row = rows.get(keys.policy(number));
      return row === undefined ? [] : [policyOf(row.doc)];
    });
  },

  async draft() {
    return (await read<SettingsDraft>(keys.draft)) ?? noDraft;
  },

  async saveDraft(c) {
    const saved = { ...c, revision: c.revision + 1 };
    const row: SettingsRow<SettingsDraft> = { revision: saved.revision, doc: saved };
    try {
      await kvs.transact().set(keys.draft, row, expecting(c.revision)).execute();
    } catch (error) {
      if (!turnedDown(error)) throw storageFailure(error);
      if ((await this.draft()).revision !== c.revision) throw new ChangedMeanwhile('The draft');
      throw error;
    }
    return saved;
  },

  async glance(issueId) {
    const ticket = keys.ticket(issueId);
    const found = await readAll<SettingsRow<StoredPolicy> | { doc: TicketRecord }>([
      { key: keys.currentPolicy, entityName },
      { key: ticket, entityName: 'ticket' },
    ]);
    const policy = found.get(keys.currentPolicy);
    const row = found.get(ticket);
    return {
      policy: policy !== undefined && 'queues' in policy.doc ? policyOf(policy.doc) : null,
      record: row !== undefined && 'ledger' in row.doc ? known(row as TicketRow) : null,
    };
  },

  async self(ask) {
    const known = await storing(() => kvs.get<string>(keys.self));
    if (known !== undefined) return known;
    const accountId = await ask();
    await storing(() => kvs.set(keys.self, accountId));
    return accountId;
  },
};
