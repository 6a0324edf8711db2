// The doctor makes a manager field that Jira has not: in the administrator's name, so that Jira's own check of who may applies.
import type { FieldCreated, ManagerField } from '../../contract/doctor';
import { userPickerType } from '../../core/doctor/queue-facts';
import type { AccountId, FieldId } from '../../core/ids';
import type { Named } from '../../core/policy';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import { partsOf } from '../settings/parts';
import { saveForm, stored, type Stored } from '../settings/the-draft';
import { type DoctorPorts, examine } from './examine';
import { queueToMend } from './queue-to-mend';

const descriptions: Readonly<Record<ManagerField, string>> = {
  accountManager: 'The account manager of the ticket’s customer. Account Relay fills it in.',
  regionalManager: 'The regional manager of the ticket’s customer. Account Relay fills it in.',
};

/**
 * Creates the field and names it in the draft. Jira offers no key for a request that is sent twice, so it is looked for
 * first: a second try after a lost answer finds what the first one made.
 * @throws RelayError `changed-meanwhile` when other settings are in force by now, or the draft names another field already
 */
export async function createField(
  ports: Ports,
  doctor: DoctorPorts,
  {
    projectId,
    place,
    expectedVersion,
  }: { readonly projectId: string; readonly place: ManagerField; readonly expectedVersion: number },
): Promise<FieldCreated> {
  const { by, queue } = await queueToMend(ports, doctor, { projectId, expectedVersion });
  const { id: missing, name } = queue.fields[place];
  const fields = await doctor.catalogues.viewer.fields();
  if (fields.some(({ id, type }) => id === missing && type === userPickerType)) {
    throw new RelayError('changed-meanwhile', `The field ${name} is there and holds a person.`, {
      remedy: 'Check again.',
    });
  }
  const there = fields.find(
    (field) => field.type === userPickerType && field.name.toLowerCase() === name.toLowerCase(),
  );
  const before = await stored(ports);
  const inDraft = before.form.queues.find(({ project }) => project === projectId)?.fields[place];
  if (inDraft !== undefined && inDraft !== missing && inDraft !== there?.id) {
    throw new RelayError(
      'changed-meanwhile',
      `The draft names another field for ${queue.key} already.`,
      { remedy: 'Publish the draft under Versions, or take that change back.' },
    );
  }
  const field = there ?? (await doctor.customFields.createUserPicker(name, descriptions[place]));
  await nameInDraft(ports, before, by, { projectId, place, field });
  const view = await examine(ports, doctor, { section: `queue-${projectId}`, continued: false });
  return {
    view,
    field: { id: field.id, name: field.name },
    created: there === undefined,
    inDraft: inDraft !== undefined,
    project: queue.key,
  };
}

async function nameInDraft(
  ports: Ports,
  before: Stored,
  by: AccountId,
  { projectId, place, field }: { projectId: string; place: ManagerField; field: Named<FieldId> },
): Promise<void> {
  const queue = before.form.queues.find(({ project }) => project === projectId);
  if (queue === undefined || queue.fields[place] === field.id) return;
  await saveForm(
    ports,
    before,
    by,
    partsOf(before.procedures).queue.write(before.form, projectId, {
      ...queue,
      fields: { ...queue.fields, [place]: field.id },
    }),
  );
}
