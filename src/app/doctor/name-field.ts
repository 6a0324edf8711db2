// What every mending of a manager field ends with: settings in force that name it, and the queue examined again.
import type { DoctorView, ManagerField } from '../../contract/doctor';
import type { AccountId, FieldId } from '../../domain/ids';
import { type Named, type Policy, queueOf, type QueuePolicy } from '../../domain/policy';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import { putInForce } from '../settings/put-in-force';
import { settingsOf } from '../viewer';
import { type DoctorPorts, examine } from './examine';

export interface Mending {
  readonly by: AccountId;
  readonly policy: Policy;
  readonly queue: QueuePolicy;
}

/** @throws RelayError `permission` for others than administrators, `changed-meanwhile` when other settings are in force by now */
export async function queueToMend(ports: Ports, doctor: DoctorPorts, input: { readonly projectId: string; readonly expectedVersion: number }): Promise<Mending> {
  const by = await adminsOnly(ports, doctor.catalogues.viewer);
  const policy = await settingsOf(ports);
  if (policy.version !== input.expectedVersion) {
    throw new RelayError('changed-meanwhile', `Version ${policy.version} of the settings was published meanwhile.`, { remedy: 'Check again, and then decide.' });
  }
  const queue = queueOf(policy, input.projectId);
  if (queue === null) throw new RelayError('input', 'This queue is not in the settings.', { field: 'projectId', remedy: 'Reload the page.' });
  return { by, policy, queue };
}

export async function nameField(ports: Ports, doctor: DoctorPorts, { by, policy, queue }: Mending, place: ManagerField, field: Named<FieldId>): Promise<DoctorView> {
  const changed = { ...queue, fields: { ...queue.fields, [place]: { id: field.id, name: field.name } } };
  const comment = `${queue.key}: the field ${field.name} (${field.id}) takes the place of ${queue.fields[place].id}`;
  await putInForce(ports, { ...policy, queues: { ...policy.queues, [queue.projectId]: changed } }, { live: policy, by, comment, people: [] });
  return examine(ports, doctor, { section: `queue-${queue.projectId}`, continued: false });
}
