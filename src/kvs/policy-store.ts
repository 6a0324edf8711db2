import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { ChangedMeanwhile } from '../app/errors';
import type { PolicyStore, Routes, SettingsDraft } from '../app/ports';
import type { Policy } from '../core/policy';
import { readAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { policyInForce, readSettings, settingsEntity, type SettingsRow } from './in-force';
import { keys } from './keys';
import type { Packed } from './packed';
import { policyOf, storedPolicy, type StoredPolicy } from './policy-editions';

const noDraft: SettingsDraft = {
  revision: 0,
  form: null,
  basedOn: null,
  editedBy: null,
  editedAt: null,
};

/** Holds while the row's revision is the expected one; 0 for no row. */
const expecting = (revision: number) => ({
  entityName: settingsEntity,
  conditions: new Filter<SettingsRow<unknown>>().and(
    'revision',
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision),
  ),
});

/** @param routesOf what events are worth under settings */
export const policyStore = (routesOf: (policy: Policy) => Promise<Routes>): PolicyStore => ({
  current: policyInForce,

  async publish(policy, expectedVersion, c) {
    const row: SettingsRow<StoredPolicy | Packed> = {
      revision: policy.version,
      doc: storedPolicy(policy),
    };
    const routes: SettingsRow<Routes> = { revision: policy.version, doc: await routesOf(policy) };
    let transaction = kvs
      .transact()
      .set(keys.currentPolicy, row, expecting(expectedVersion ?? 0))
      .set(keys.policy(policy.version), row, expecting(0))
      .set(keys.routes, routes, { entityName: settingsEntity });
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
    const rows = await readAll<SettingsRow<StoredPolicy | Packed>>(
      numbers.map((number) => ({ key: keys.policy(number), entityName: settingsEntity })),
    );
    return numbers.flatMap((number) => {
      const row = rows.get(keys.policy(number));
      return row === undefined ? [] : [policyOf(row.doc)];
    });
  },

  async draft() {
    return (await readSettings<SettingsDraft>(keys.draft)) ?? noDraft;
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

  async self(ask) {
    const known = await storing(() => kvs.get<string>(keys.self));
    if (known !== undefined) return known;
    const accountId = await ask();
    await storing(() => kvs.set(keys.self, accountId));
    return accountId;
  },
});
