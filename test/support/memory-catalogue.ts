// Jira's names in memory, for the queue of ./sop.
import type { Catalogue } from '../../src/app/settings-ports';
import { formOf } from '../../src/app/settings/form-of';
import { asIds } from '../../src/app/settings/spelling';
import { procedures } from './procedures';
import type { SettingsForm } from '../../src/contract/settings-form';
import type { Policy } from '../../src/core/policy';
import { aPerson, aPolicy, aQueue, everybody } from './sop';

const { statuses, priorities, fields, doneStatuses, customerStatuses } = aQueue();

/** @param change what this Jira has otherwise */
export const memoryCatalogue = (change: Partial<Catalogue> = {}): Catalogue => ({
  project: async (wanted) =>
    ['1', 'EBH'].includes(wanted) ? { id: '1', key: 'EBH', name: 'EBH' } : null,
  statuses: async () =>
    [...Object.values(statuses), ...customerStatuses]
      .map((status) => ({ ...status, done: false }))
      .concat(doneStatuses.map((status) => ({ ...status, done: true }))),
  fields: async () => [
    ...[fields.accountManager, fields.regionalManager].map((field) => ({
      ...field,
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:userpicker',
    })),
    { ...fields.organizations, type: 'com.atlassian.servicedesk:sd-customer-organizations' },
    { id: 'rt', name: 'rt', type: 'com.atlassian.servicedesk:vp-origin' },
  ],
  priorities: async () => priorities,
  organizations: async () => [],
  requestTypes: async () => ['rt', 'News'],
  linkTypes: async () => [{ id: 'relates', name: 'Relates' }],
  people: async (name) => (everybody[name] ? [aPerson(name)] : []),
  findPeople: async (text) =>
    Object.values(everybody).filter(({ name }) =>
      name.toLowerCase().startsWith(text.toLowerCase()),
    ),
  mayAdminister: async () => true,
  ...change,
});

export const cataloguesOf = (catalogue: Catalogue = memoryCatalogue()) => ({
  app: catalogue,
  viewer: catalogue,
});

/** What a form says of the settings of ./sop. */
export const aForm = (policy: Policy = aPolicy()): SettingsForm =>
  formOf(policy, asIds, procedures);
