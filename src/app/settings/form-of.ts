// Settings as a form or a file has them: the way back of src/app/configuration/resolve-settings.ts.
import {
  type SettingsDescription,
  usualOf,
  valueAt,
  type Values,
  withValue,
} from '../../contract/settings-description';
import type { CalendarForm, QueueForm, RungForm, SettingsForm } from '../../contract/settings-form';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { spellHours } from '../../core/calendar/spell-week';
import type { QueuePolicy, Settings } from '../../core/policy';
import { weekdays } from '../configuration/shapes';
import { spellDescribed } from './described/names';
import { describedFor, partOf, queueValuesOf, type Settable } from './procedure-settings';
import type { Spelling } from './spelling';

export const emptyForm: SettingsForm = { fallback: [], calendars: {}, queues: [] };

/** How procedures are spelled. */
interface Spelled {
  readonly procedures: readonly Settable[];
  readonly spelling: Spelling;
}

/** The form that resolves to these settings. */
export const formOf = (
  settings: Settings,
  spelling: Spelling,
  procedures: readonly Settable[],
): SettingsForm => {
  const { fallback, roles, calendars, queues } = settings;
  return {
    fallback: fallback.map(spelling.person),
    ...(roles === undefined
      ? {}
      : {
          roles: Object.fromEntries(
            Object.entries(roles).map(([role, people]) => [role, people.map(spelling.person)]),
          ),
        }),
    ...partsOf(settings, 'site', { procedures, spelling }, null),
    calendars: Object.fromEntries(
      Object.entries(calendars).map(([key, calendar]) => [key, calendarForm(calendar)]),
    ),
    // Ids differ between sites, keys do not: the same settings make the same file everywhere.
    queues: Object.values(queues)
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map((queue) => queueForm(queue, { procedures, spelling })),
  };
};

const partsOf = (
  from: Pick<QueuePolicy, 'procedures'>,
  of: SettingsDescription['of'],
  { procedures, spelling }: Spelled,
  queue: QueuePolicy | null,
): Readonly<Record<string, Values>> =>
  Object.fromEntries(
    describedFor(procedures, of).flatMap(({ described }) => {
      const part = partOf(from, described);
      return part === null
        ? []
        : [[described.file, spellDescribed(described.values, part, spelling, queue)]];
    }),
  );

const calendarForm = ({ name, timeZone, week, holidays }: BusinessCalendar): CalendarForm => ({
  name,
  timeZone,
  week: Object.fromEntries(
    weekdays.map((day, index) => [day, (week[index] ?? []).map((hours) => spellHours([hours]))]),
  ) as unknown as CalendarForm['week'],
  holidays,
});

function queueForm(queue: QueuePolicy, spelled: Spelled): QueueForm {
  const { thing, project } = spelled.spelling;
  const priority = (id: string): string =>
    thing(queue.priorities.find((one) => one.id === id) ?? { id, name: id });
  const { fields, statuses } = queue;
  const form = {
    project: project({ id: queue.projectId, key: queue.key }),
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
    times: queue.times,
    waits: queue.waits,
    accountRules: queue.accountRules,
    readings: queue.readings,
    replyWords: queue.replyWords,
    ...partsOf(queue, 'queue', spelled, queue),
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
  // What could not be decided yet when these settings were published is as usual.
  return queueValuesOf(spelled.procedures).reduce<Values>(
    (all, field) =>
      valueAt(all, field.path) === undefined ? withValue(all, field.path, usualOf(field)) : all,
    form,
  ) as unknown as QueueForm;
}
