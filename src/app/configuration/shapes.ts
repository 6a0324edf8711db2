// The shape and the bounds of settings, one place for the configuration file (by name) and the draft (by id).
import * as v from 'valibot';
import { day } from '../date-shapes';
import { allRoles, type Role, roleNames } from '../../core/roles';
import type { SettingsDescription } from '../../contract/settings-description';
import type { QueueForm } from '../../contract/settings-form';
import { membersOf, shapeOf, whole, words } from '../settings/described/shape';
import { describedFor, type Settable, queueValuesOf } from '../settings/procedure-settings';

export const name = (what: string) => words(what, 255);

/** Four weeks of working days: a response time beyond that is a slip of the pen. */
const longestResponse = 28 * 8 * 60;
const minutes = (what: string) => whole(what, 1, longestResponse);

const hours = v.pipe(
  v.string('Working hours must be text.'),
  v.regex(
    /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/u,
    'Write working hours as "09:00-17:00".',
  ),
);

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const calendar = v.object({
  name: name('The name of the calendar'),
  timeZone: name('The time zone'),
  week: v.object(
    Object.fromEntries(weekdays.map((day) => [day, v.optional(v.array(hours), [])])) as Record<
      (typeof weekdays)[number],
      v.OptionalSchema<v.ArraySchema<typeof hours, undefined>, readonly []>
    >,
  ),
  holidays: v.optional(
    v.pipe(v.array(day('A holiday')), v.maxLength(400, 'A calendar has at most 400 holidays.')),
    [],
  ),
});

const rung = v.object({
  to: v.picklist(
    ['account-manager', 'regional-manager', 'fallback'],
    'A ladder goes to account-manager, regional-manager or fallback.',
  ),
  respondWithin: v.intersect([
    v.object({ default: minutes('The default response time') }),
    v.record(v.string(), minutes('The response time')),
  ]),
  remindBefore: v.optional(
    v.pipe(v.array(minutes('A reminder')), v.maxLength(5, 'At most 5 reminders.')),
    [],
  ),
});

const entry = v.object({
  id: v.pipe(
    name('The id of the SOP entry'),
    v.regex(/^[a-z0-9-]+$/u, 'An id has small letters, digits and hyphens only.'),
  ),
  name: name('The name of the SOP entry'),
  mode: v.picklist(
    ['tag', 'watch'],
    'The mode is "tag" (a response is required) or "watch" (for information only).',
  ),
  whoMayAsk: v.optional(
    v.picklist(['agents', 'anyone-who-sees'], 'Who may ask is "agents" or "anyone-who-sees".'),
    'agents',
  ),
  requestTypes: v.optional(
    v.pipe(v.array(name('A request type')), v.maxLength(50, 'At most 50 request types.')),
    [],
  ),
  general: v.optional(v.boolean(), false),
  priority: v.optional(v.nullable(name('The priority')), null),
  ladder: v.optional(v.pipe(v.array(rung), v.maxLength(10, 'A ladder has at most 10 levels.')), []),
});

const queue = {
  project: name('The project key'),
  fields: v.object({
    accountManager: name('The Account Manager field'),
    regionalManager: name('The Regional Manager field'),
  }),
  statuses: v.object({
    waitingForAccountManager: name('The status'),
    waitingForManagement: name('The status'),
    waitingForSupport: name('The status'),
    /** In which the customer has the ball; for counting hours. */
    waitingForCustomer: v.optional(v.array(name('The status')), []),
  }),
  calendar: name('The calendar'),
  accountRules: v.optional(
    v.pipe(
      v.array(v.object({ requestType: name('The request type'), cid: name('The CID') })),
      v.maxLength(50, 'A queue has at most 50 account rules.'),
    ),
    [],
  ),
};
const entries = v.pipe(
  v.array(entry),
  v.minLength(1, 'A queue needs at least one SOP entry.'),
  v.maxLength(50, 'A queue has at most 50 SOP entries.'),
);

/** The procedures' places in the file, each absent where the procedure is not run. The type says only that they are unknown. */
const placesOf = (
  procedures: readonly Settable[],
  of: SettingsDescription['of'],
): Record<never, never> =>
  Object.fromEntries(
    describedFor(procedures, of).map(({ described, checks }) => [
      described.file,
      v.optional(shapeOf(described, checks)),
    ]),
  );

const queueShape = (procedures: readonly Settable[]): v.GenericSchema<unknown, QueueForm> =>
  v.object({
    ...queue,
    ...membersOf(queueValuesOf(procedures)),
    ...placesOf(procedures, 'queue'),
    entries,
  }) as v.GenericSchema<unknown, unknown> as v.GenericSchema<unknown, QueueForm>;

const holders = (role: Role) =>
  v.optional(
    v.pipe(
      v.array(name(`A person for the role ${roleNames[role]}`)),
      v.maxLength(50, `The role ${roleNames[role]} has at most 50 people.`),
    ),
    [],
  );
const roles = v.object(
  Object.fromEntries(allRoles.map((role) => [role, holders(role)])) as Record<
    Role,
    ReturnType<typeof holders>
  >,
);

const fallback = v.pipe(
  v.array(name('A person')),
  v.minLength(1, 'Name at least one person for the fallback list (AM-09).'),
  v.maxLength(20, 'The fallback list has at most 20 people.'),
);

/** What file and draft have in common. */
export const settingsShape = (procedures: readonly Settable[]) => ({
  fallback,
  roles: v.optional(roles),
  ...placesOf(procedures, 'site'),
  calendars: v.record(v.string(), calendar),
  queues: v.pipe(
    v.array(queueShape(procedures)),
    v.minLength(1, 'Name at least one queue.'),
    v.maxLength(50, 'There are at most 50 queues.'),
  ),
});

/** The parts of the settings that are edited on their own. */
export const partShapes = { fallback, role: holders, calendar, queue: queueShape } as const;
