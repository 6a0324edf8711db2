import { userPickerType } from '../../core/doctor/queue-facts';
import type { Named, QueuePolicy, Rung, SopEntry } from '../../core/policy';
import type { QueueForm } from '../../contract/settings-form';
import type { Resolution } from './resolution';
import { resolveDescribed } from '../settings/described/names';
import { describedFor, type Settable } from '../settings/procedure-settings';
import type { Values } from '../../contract/settings-description';
import { serviceProject } from './service-project';

/** JSM's own types of the two fields every service project has. */
const organizationsType = 'com.atlassian.servicedesk:sd-customer-organizations';
const requestTypeType = 'com.atlassian.servicedesk:vp-origin';

const plain = ({ id, name }: Named<string>): Named<string> => ({ id, name });

/** One queue with every name resolved; null when its project does not exist. */
export async function resolveQueue(
  resolution: Resolution,
  path: string,
  file: QueueForm,
  {
    calendars,
    procedures,
  }: { readonly calendars: readonly string[]; readonly procedures: readonly Settable[] },
): Promise<QueuePolicy | null> {
  const { catalogue } = resolution;
  const found = await serviceProject(resolution, `${path}.project`, file.project);
  if (found === null) return null;
  const { project, requestTypes } = found;
  const [statuses, fields, priorities] = await Promise.all([
    catalogue.statuses(project.id),
    catalogue.fields(),
    catalogue.priorities(),
  ]);
  const where = `in project ${project.key}`;
  type One = 'waitingForAccountManager' | 'waitingForManagement' | 'waitingForSupport';
  const status = (place: One) =>
    resolution.named(`${path}.statuses.${place}`, 'status', file.statuses[place], statuses, where);
  const people = fields.filter(({ type }) => type === userPickerType);
  const field = (place: keyof QueueForm['fields']) =>
    resolution.named(
      `${path}.fields.${place}`,
      'user picker field',
      file.fields[place],
      people,
      'in Jira',
    );
  const ofType = (type: string) => fields.find((one) => one.type === type) ?? null;
  const organizations = ofType(organizationsType);
  if (organizations === null)
    resolution.problem(
      `${path}.project`,
      'Jira has no Organizations field.',
      'Jira Service Management creates it; check that the product is active.',
    );
  if (!calendars.includes(file.calendar))
    resolution.problem(
      `${path}.calendar`,
      `There is no calendar "${file.calendar}".`,
      `Name one of: ${calendars.join(', ')}.`,
    );

  const priorityId = (at: string, name: string) =>
    resolution.named(at, 'priority', name, priorities, 'in Jira').id;
  const ids = new Set<string>();
  const entries = file.entries.map((entry, index): SopEntry => {
    const at = `${path}.entries[${index}]`;
    if (ids.has(entry.id))
      resolution.problem(
        `${at}.id`,
        `The id ${entry.id} is used twice.`,
        'Give every entry its own.',
      );
    ids.add(entry.id);
    if (entry.mode === 'tag' && entry.ladder[0]?.to !== 'account-manager')
      resolution.problem(
        `${at}.ladder`,
        'The ladder of an entry that asks for a response begins with the account manager (AM-13).',
        'Add {"to": "account-manager", …} as the first level.',
      );
    entry.ladder.forEach(({ to }, level) => {
      if (level > 0 && to === 'account-manager')
        resolution.problem(
          `${at}.ladder[${level}].to`,
          'The account manager is asked on the first level only.',
          'Choose the regional manager or the fallback list.',
        );
    });
    const ladder = entry.ladder.map((rung, level): Rung => ({
      to: rung.to,
      remindBefore: rung.remindBefore,
      respondWithin: Object.fromEntries(
        Object.entries(rung.respondWithin).map(([name, minutes]) => [
          name === 'default' ? name : priorityId(`${at}.ladder[${level}].respondWithin`, name),
          minutes,
        ]),
      ) as Rung['respondWithin'],
    }));
    return {
      id: entry.id,
      name: entry.name,
      mode: entry.mode,
      whoMayAsk: entry.whoMayAsk,
      requestTypes: requestTypes(`${at}.requestTypes`, entry.requestTypes),
      general: entry.general,
      ladder,
      priority: entry.priority === null ? null : priorityId(`${at}.priority`, entry.priority),
    };
  });
  if (file.notes.minLength > file.notes.maxLength)
    resolution.problem(
      `${path}.notes.minLength`,
      'The shortest note is longer than the longest.',
      'Swap the two numbers.',
    );
  if (!entries.some(({ mode, requestTypes }) => mode === 'tag' && requestTypes.length === 0)) {
    resolution.problem(
      `${path}.entries`,
      'No entry asks for a response on any request type, so a status set by hand could not be served.',
      'Add an entry with mode "tag" and no request types, such as "Other".',
    );
  }
  const parts: Record<string, Values> = {};
  for (const { described } of describedFor(procedures, 'queue')) {
    const part = file[described.file] as Values | undefined;
    if (part === undefined) continue;
    parts[described.id] = await resolveDescribed(
      { resolution, around: { project: found, statuses, priorities } },
      `${path}.${described.file}`,
      described.values,
      part,
    );
  }
  return {
    projectId: project.id,
    key: project.key,
    name: project.name,
    fields: {
      accountManager: field('accountManager'),
      regionalManager: field('regionalManager'),
      organizations: organizations ?? { id: '', name: 'Organizations' },
      requestType: ofType(requestTypeType),
    },
    statuses: {
      'waiting-for-account-manager': plain(status('waitingForAccountManager')),
      'waiting-for-management': plain(status('waitingForManagement')),
      'waiting-for-support': plain(status('waitingForSupport')),
    },
    customerStatuses: file.statuses.waitingForCustomer.map((name, index) =>
      plain(
        resolution.named(
          `${path}.statuses.waitingForCustomer[${index}]`,
          'status',
          name,
          statuses,
          where,
        ),
      ),
    ),
    doneStatuses: statuses.filter(({ done }) => done).map(plain),
    priorities,
    calendar: file.calendar,
    entries,
    customerReply: file.customerReply,
    notes: file.notes,
    promises: file.promises,
    times: file.times,
    waits: file.waits,
    accountRules: file.accountRules.map((rule, index) => ({
      ...rule,
      requestType: found.requestType(
        `${path}.accountRules[${index}].requestType`,
        rule.requestType,
      ),
    })),
    readings: file.readings,
    replyWords: file.replyWords,
    procedures: parts,
  };
}
