// What the forms offer: only what is there in Jira.
import type { ProjectChoice, QueueChoices } from '../../contract/settings-choices';
import { usualSettings } from '../../contract/settings-description';
import type { QueueForm } from '../../contract/settings-form';
import { userPickerType } from '../../core/doctor/queue-facts';
import type { Named } from '../../core/policy';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import type { Choices } from '../settings-ports';
import { queueValuesOf } from './procedure-settings';
import { type Catalogues, stored } from './the-draft';

export async function offerProjects(
  ports: Ports,
  catalogues: Catalogues,
  choices: Choices,
): Promise<readonly ProjectChoice[]> {
  await adminsOnly(ports, catalogues.viewer);
  return choices.serviceProjects();
}

/** @throws RelayError `missing` for a project the app does not see */
export async function offerForQueue(
  ports: Ports,
  { app, viewer }: Catalogues,
  choices: Choices,
  projectId: string,
): Promise<QueueChoices> {
  await adminsOnly(ports, viewer);
  const project = await app.project(projectId);
  if (project === null)
    throw new RelayError('missing', 'There is no such project, or Account Relay may not see it.', {
      field: 'project',
      remedy: 'Check that the app may browse the project.',
    });
  const [statuses, fields, priorities, requestTypes, { form, procedures }] = await Promise.all([
    app.statuses(project.id),
    app.fields(),
    app.priorities(),
    choices.requestTypes(project.id),
    stored(ports),
  ]);
  const people = fields.filter(({ type }) => type === userPickerType);
  const plain = ({ id, name }: Named<string>) => ({ id, name });
  return {
    project,
    statuses: statuses.map(plain),
    fields: people.map(plain),
    priorities: priorities.map(plain),
    requestTypes,
    begin: beginning(project.id, statuses, people, {
      calendar: Object.keys(form.calendars)[0] ?? '',
      usual: usualSettings({
        values: queueValuesOf(procedures),
      }) as unknown as UsualValues,
    }),
  };
}

/** What an organization has not decided yet is as usual. */
type UsualValues = Pick<
  QueueForm,
  'customerReply' | 'notes' | 'promises' | 'times' | 'waits' | 'readings' | 'replyWords'
>;

/** What a project's own names tell, and one entry for any request (AM-13): the least that can be published. */
function beginning(
  project: string,
  statuses: readonly Named<string>[],
  fields: readonly Named<string>[],
  { calendar, usual }: { readonly calendar: string; readonly usual: UsualValues },
): QueueForm {
  const called = (things: readonly Named<string>[], name: string): string =>
    things.find((thing) => thing.name.toLowerCase() === name)?.id ?? '';
  const customer = called(statuses, 'waiting for customer');
  return {
    project,
    fields: {
      accountManager: called(fields, 'account manager'),
      regionalManager: called(fields, 'regional manager'),
    },
    statuses: {
      waitingForAccountManager: called(statuses, 'waiting for account manager'),
      waitingForManagement: called(statuses, 'waiting for management'),
      waitingForSupport: called(statuses, 'waiting for support'),
      waitingForCustomer: customer === '' ? [] : [customer],
    },
    calendar,
    ...usual,
    accountRules: [],
    entries: [
      {
        id: 'other',
        name: 'Other',
        mode: 'tag',
        whoMayAsk: 'agents',
        requestTypes: [],
        general: true,
        priority: null,
        ladder: [
          { to: 'account-manager', respondWithin: { default: 240 }, remindBefore: [] },
          { to: 'regional-manager', respondWithin: { default: 240 }, remindBefore: [] },
          { to: 'fallback', respondWithin: { default: 240 }, remindBefore: [] },
        ],
      },
    ],
  };
}
