// The doctor makes a manager field that Jira lacks (AM-04, AM-05), in the administrator's name, and names it in the settings.
import type { DoctorView, ManagerField } from '../../contract/doctor';
import { userPickerType } from '../../domain/doctor/queue-facts';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import type { DoctorPorts } from './examine';
import { nameField, queueToMend } from './name-field';

/** What the fields are for, as Jira's administrators read it. */
const descriptions: Readonly<Record<ManagerField, string>> = {
  accountManager: 'The account manager of the customer, while a response is needed. Account Relay keeps it.',
  regionalManager: 'The regional manager above the account manager, while a response is needed. Account Relay keeps it.',
};

/**
 * Creates the field that the queue's settings name and Jira does not have, and puts settings in force that point at it. A field of
 * that name that holds a person is used instead: whoever presses twice, or whose first answer got lost, ends with one field.
 * @throws RelayError `changed-meanwhile` when other settings are in force by now, `permission` when the viewer may not configure Jira
 */
export async function createField(
  ports: Ports,
  doctor: DoctorPorts,
  { place, ...input }: { readonly projectId: string; readonly place: ManagerField; readonly expectedVersion: number },
): Promise<DoctorView> {
  const mending = await queueToMend(ports, doctor, input);
  const { name } = mending.queue.fields[place];
  const fits = (await doctor.catalogues.viewer.fields()).find((field) => field.type === userPickerType && field.name.toLowerCase() === name.toLowerCase());
  const field = fits ?? (await doctor.newFields.create({ name, type: userPickerType, description: descriptions[place] }));
  if (field.name.toLowerCase() !== name.toLowerCase()) throw new RelayError('input', `Jira has called the field "${field.name}".`, { field: 'place', remedy: 'Check again, and use the field that is offered.' });
  return nameField(ports, doctor, mending, place, field);
}
