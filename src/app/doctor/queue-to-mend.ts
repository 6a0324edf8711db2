// What every mending of a manager field begins with.
import type { AccountId } from '../../core/ids';
import { type Policy, queueOf, type QueuePolicy } from '../../core/policy';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import { settingsOf } from '../viewer';
import type { DoctorPorts } from './examine';

/**
 * The queue as the administrator saw it when the doctor looked.
 * @throws RelayError `permission` for others, `changed-meanwhile` when other settings are in force by now, `input` for no queue
 */
export async function queueToMend(
  ports: Ports,
  doctor: DoctorPorts,
  { projectId, expectedVersion }: { readonly projectId: string; readonly expectedVersion: number },
): Promise<{ readonly by: AccountId; readonly policy: Policy; readonly queue: QueuePolicy }> {
  const by = await adminsOnly(ports, doctor.catalogues.viewer);
  const policy = await settingsOf(ports);
  if (policy.version !== expectedVersion) {
    throw new RelayError(
      'changed-meanwhile',
      `Version ${policy.version} of the settings was published meanwhile.`,
      { remedy: 'Check again, and then decide.' },
    );
  }
  const queue = queueOf(policy, projectId);
  if (queue === null)
    throw new RelayError('input', 'This queue is not in the settings.', {
      field: 'projectId',
      remedy: 'Reload the page.',
    });
  return { by, policy, queue };
}
