// Settings as a form or a file has them: the way back of src/app/configuration/resolve-settings.ts.
import type {
  AccessForm,
  CalendarForm,
  ChangeRequestForm,
  KeyAccountForm,
  HybridForm,
  QueueForm,
  RungForm,
  SettingsForm,
} from '../../contract/settings-form';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { spellHours } from '../../core/calendar/spell-week';
import type { HybridPolicy } from '../../procedures/hybrid-account/settings/policy';
import type { AccountId } from '../../core/ids';
import type { ProjectNamed } from '../../core/named';
import type { Named, QueuePolicy, Settings } from '../../core/policy';
import { weekdays } from '../configuration/shapes';

/** How things are given: by id in a form, by name in a file. */
export interface Spelling {
  readonly thing: (thing: Named<string>) => string;
  readonly project: (project: Pick<ProjectNamed, 'id' | 'key'>) => string;
  readonly person: (accountId: AccountId) => string;
}

export const asIds: Spelling = {
  thing: ({ id }) => id,
  project: ({ id }) => id,
  person: (accountId) => accountId,
};

/** @param person the name or e-mail address that an import finds them by */
export const asNames = (person: Spelling['person']): Spelling => ({
  thing: ({ name }) => name,
  project: ({ key }) => key,
  person,
});

export const emptyForm: SettingsForm = { fallback: [], calendars: {}, queues: [] };

const placeOf = ({ projectId, key }: QueuePolicy): Pick<ProjectNamed, 'id' | 'key'> => ({
  id: projectId,
  key,
});

/** The form that resolves to these settings. */
export const formOf = (
  { fallback, roles, hybrid, calendars, queues }: Settings,
  spelling: Spelling,
): SettingsForm => ({
  fallback: fallback.map(spelling.person),
  ...(roles === undefined
    ? {}
    : {
        roles: Object.fromEntries(
          Object.entries(roles).map(([role, people]) => [role, people.map(spelling.person)]),
        ),
      }),
  ...(hybrid === undefined ? {} : { hybrid: hybridForm(hybrid, queues, spelling) }),
  calendars: Object.fromEntries(
    Object.entries(calendars).map(([key, calendar]) => [key, calendarForm(calendar)]),
  ),
  // Ids differ between sites, keys do not: the same settings make the same file everywhere.
  queues: Object.values(queues)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map((queue) => queueForm(queue, spelling)),
});

function hybridForm(
  { project, ...hybrid }: HybridPolicy,
  queues: Settings['queues'],
  spelling: Spelling,
): HybridForm {
  const queue = project === null ? undefined : queues[project.id];
  return { ...hybrid, project: queue === undefined ? null : spelling.project(placeOf(queue)) };
}

const calendarForm = ({ name, timeZone, week, holidays }: BusinessCalendar): CalendarForm => ({
  name,
  timeZone,
  week: Object.fromEntries(
    weekdays.map((day, index) => [day, (week[index] ?? []).map((hours) => spellHours([hours]))]),
  ) as unknown as CalendarForm['week'],
  holidays,
});

const accessForm = (
  { raise, ...rest }: NonNullable<QueuePolicy['access']>,
  { project }: Spelling,
): AccessForm =>
  raise == null ? rest : { ...rest, raise: { ...raise, project: project(raise.project) } };

const keyAccountForm = (
  policy: NonNullable<QueuePolicy['keyAccounts']>,
  priority: (id: string) => string,
  { project }: Spelling,
): KeyAccountForm => {
  const { record } = policy.escalation;
  return {
    ...policy,
    floor: policy.floor === null ? null : priority(policy.floor),
    escalation: {
      ...policy.escalation,
      priority: priority(policy.escalation.priority),
      record: record === null ? null : { ...record, project: project(record.project) },
    },
  };
};

const changeRequestForm = (
  { target, statuses, ...rest }: NonNullable<QueuePolicy['changeRequests']>,
  { thing, project }: Spelling,
): ChangeRequestForm => ({
  ...rest,
  target: target === null ? null : { ...target, project: project(target.project) },
  statuses: Object.fromEntries(
    Object.entries(statuses).map(([group, status]) => [group, thing(status)]),
  ),
});

function queueForm(queue: QueuePolicy, spelling: Spelling): QueueForm {
  const { thing, project } = spelling;
  const priority = (id: string): string =>
    thing(queue.priorities.find((one) => one.id === id) ?? { id, name: id });
  const { fields, statuses } = queue;
  return {
    project: project(placeOf(queue)),
    fields: {
      accountManager: thing(fields.accountManager),
      regionalManager: thing(fields.regionalManager),
    },
    statuses: {
      waitingForAccountManager: thing(statuses['waiting-for-account-manager']),
      waitingForManagement: thing(statuses['waiting-for-management']),
      waitingForSupport: thing(statuses['waiting-for-support']),
      waitingForCustomer: queue.customerStatuses.map(thing),
    },
    calendar: queue.calendar,
    customerReply: queue.customerReply,
    notes: queue.notes,
    promises: queue.promises,
    accountRules: queue.accountRules,
    readings: queue.readings,
    replyWords: queue.replyWords,
    ...(queue.access === undefined ? {} : { access: accessForm(queue.access, spelling) }),
    ...(queue.changeRequests === undefined
      ? {}
      : { changeRequests: changeRequestForm(queue.changeRequests, spelling) }),
    ...(queue.keyAccounts === undefined
      ? {}
      : { keyAccounts: keyAccountForm(queue.keyAccounts, priority, spelling) }),
    entries: queue.entries.map((entry) => ({
      ...entry,
      priority: entry.priority === null ? null : priority(entry.priority),
      ladder: entry.ladder.map((rung) => ({
        ...rung,
        respondWithin: Object.fromEntries(
          Object.entries(rung.respondWithin).map(([id, minutes]) => [
            id === 'default' ? id : priority(id),
            minutes,
          ]),
        ) as RungForm['respondWithin'],
      })),
    })),
  };
}
