// The doctor's one-click mending of the settings: another field of Jira takes a manager field's place.
import type { DoctorView, ManagerField } from '../../contract/doctor';
import { userPickerType } from '../../core/doctor/queue-facts';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import { putInForce } from '../settings/put-in-force';
import { type DoctorPorts, examine } from './examine';
import { queueToMend } from './queue-to-mend';

/**
 * Publishes the settings in force with that one field changed.
 * @throws RelayError `changed-meanwhile` when other settings are in force by now, `input` for a field that cannot hold a person
 */
export async function useField(
  ports: Ports,
  doctor: DoctorPorts,
  input: {
    readonly projectId: string;
    readonly place: ManagerField;
    readonly fieldId: string;
    readonly expectedVersion: number;
  },
): Promise<DoctorView> {
  const { by, policy, queue } = await queueToMend(ports, doctor, input);
  const field = (await doctor.catalogues.app.fields()).find(({ id }) => id === input.fieldId);
  if (field?.type !== userPickerType) {
    throw new RelayError('input', 'This field does not exist, or does not hold one person.', {
      field: 'fieldId',
      remedy: 'Choose a field of the type "User picker (single user)".',
    });
  }
  const changed = {
    ...queue,
    fields: { ...queue.fields, [input.place]: { id: field.id, name: field.name } },
  };
  const comment = `${queue.key}: the field ${field.name} (${field.id}) takes the place of ${queue.fields[input.place].id}`;
  await putInForce(
    ports,
    { ...policy, queues: { ...policy.queues, [queue.projectId]: changed } },
    { live: policy, by, comment, people: [] },
  );
  return examine(ports, doctor, { section: `queue-${queue.projectId}`, continued: false });
}
