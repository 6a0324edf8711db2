// Settings as a list of facts, each with a subject and a value in words: what a difference is told in.
import { listed, type Names, rungName, within } from './account-manager/prose';
import { chosenIn, readingChoices } from './account-manager/reading-choices';
import { dayName, spellHours } from './calendar/spell-week';
import type { BusinessCalendar } from './calendar/business-calendar';
import { allRoles, peopleIn, roleNames as roleTitles } from './roles';
import type { QueuePolicy, Rung, Settings, SopEntry, StatusRole } from './policy';

/** One thing that is set. */
export interface Fact {
  /** The same for the same thing in two versions, whatever it is called in either. */
  readonly id: string;
  /** Such as `response time of "Payroll export is blocked" at High`. */
  readonly subject: string;
  /** A single value, or the members of a list whose order does not matter. */
  readonly value: string | readonly string[];
  /** Said when the other version has no value for this. */
  readonly absent?: string;
}

/** A thing with facts of its own, which can be new or gone as a whole. */
export interface FactGroup {
  readonly id: string;
  /** Such as `the SOP entry "Payroll export is blocked"`. */
  readonly label: string;
  /** The queue's key, or null for what concerns all. */
  readonly where: string | null;
  /** The group it is part of: gone or new with it. */
  readonly within: string | null;
  readonly facts: readonly Fact[];
}

const roleNames: Readonly<Record<StatusRole, string>> = {
  'waiting-for-account-manager': 'status while the account manager is asked',
  'waiting-for-management': 'status while management is asked',
  'waiting-for-support': 'status while support has the ticket',
};

/** Everything that settings say, group by group, in order of reading. */
export function factsOf(settings: Settings, names: Names): readonly FactGroup[] {
  const fallback = settings.fallback.map(names.person);
  return [
    { id: 'roles', label: 'the roles', where: null, within: null, facts: [{ id: 'fallback', subject: 'the fallback list', value: fallback.length === 0 ? 'nobody' : fallback.join(', then ') }, ...heldRoles(settings, names)] },
    ...Object.entries(settings.calendars).map(([key, calendar]) => calendarFacts(key, calendar)),
    ...Object.values(settings.queues).flatMap((queue) => queueFacts(settings, queue, names)),
  ];
}

const heldRoles = (settings: Settings, names: Names): Fact[] =>
  allRoles.flatMap((role) => {
    const people = peopleIn(settings, role).map(names.person);
    return people.length === 0 ? [] : [{ id: `role:${role}`, subject: `the role ${roleTitles[role]}`, value: people, absent: 'nobody' }];
  });

function calendarFacts(key: string, { name, timeZone, week, holidays }: BusinessCalendar): FactGroup {
  return {
    id: `calendar:${key}`, label: `the calendar "${name}"`, where: null, within: null,
    facts: [
      { id: 'name', subject: `the name of the calendar "${name}"`, value: name },
      { id: 'zone', subject: `the time zone of "${name}"`, value: timeZone },
      ...week.map((hours, day) => ({ id: `day${day}`, subject: `${dayName(day)} in "${name}"`, value: spellHours(hours) })),
      { id: 'holidays', subject: `the holidays of "${name}"`, value: holidays },
    ],
  };
}

function queueFacts(settings: Settings, queue: QueuePolicy, names: Names): FactGroup[] {
  const id = `queue:${queue.projectId}`;
  const { fields, statuses, notes, promises, readings } = queue;
  const roles = Object.keys(roleNames) as StatusRole[];
  const called = (things: readonly { readonly name: string }[]): string[] => things.map(({ name }) => name);
  return [
    {
      id, label: `the queue ${queue.name}`, where: queue.key, within: null,
      facts: [
        { id: 'am', subject: 'the account manager field', value: fields.accountManager.name },
        { id: 'rm', subject: 'the regional manager field', value: fields.regionalManager.name },
        ...roles.map((role) => ({ id: role, subject: `the ${roleNames[role]}`, value: statuses[role].name })),
        { id: 'customer', subject: 'the statuses in which the customer has the ball', value: called(queue.customerStatuses) },
        { id: 'calendar', subject: 'the calendar', value: settings.calendars[queue.calendar]?.name ?? queue.calendar },
        { id: 'grace', subject: "the grace time after a customer's reply", value: within(queue, queue.customerReply.graceMinutes) },
        { id: 'shortest', subject: 'the shortest note', value: `${notes.minLength} characters` },
        { id: 'longest', subject: 'the longest note', value: `${notes.maxLength} characters` },
        { id: 'ahead', subject: 'the furthest promise', value: `${promises.maxBusinessDays} working days` },
        { id: 'promises', subject: 'promises for one request', value: `${promises.perAsk}` },
        { id: 'rules', subject: 'the accounts by request type', value: queue.accountRules.map(({ requestType, cid }) => `"${requestType}" for ${names.account(cid)}`) },
        { id: 'words', subject: 'the words that ask for a reply', value: queue.replyWords.map((word) => `"${word}"`) },
        ...readingChoices.map((reading) => ({ id: reading.path, subject: `"${reading.question}"`, value: `"${chosenIn(reading, readings).label}"` })),
        { id: 'answer.minLength', subject: 'the shortest comment that counts as a response', value: `${readings.answer.minLength} characters` },
      ],
    },
    ...queue.entries.flatMap((entry) => entryFacts(queue, id, entry)),
  ];
}

function entryFacts(queue: QueuePolicy, within: string, entry: SopEntry): FactGroup[] {
  const id = `${within}/${entry.id}`;
  const of = `"${entry.name}"`;
  return [
    {
      id, label: `the SOP entry ${of}`, where: queue.key, within,
      facts: [
        { id: 'name', subject: `the name of ${of}`, value: entry.name },
        { id: 'mode', subject: `what ${of} asks of the account manager`, value: entry.mode === 'tag' ? 'a response' : 'nothing, as a watcher' },
        { id: 'types', subject: `the request types of ${of}`, value: entry.requestTypes.length === 0 ? ['any'] : entry.requestTypes },
        { id: 'general', subject: `whether ${of} stands for "no individual SOP"`, value: entry.general ? 'yes' : 'no' },
        { id: 'priority', subject: `the priority of ${of}`, value: queue.priorities.find((one) => one.id === entry.priority)?.name ?? 'none' },
      ],
    },
    ...entry.ladder.map((rung, level) => rungFacts(queue, id, entry, rung, level)),
  ];
}

function rungFacts(queue: QueuePolicy, entryId: string, entry: SopEntry, rung: Rung, level: number): FactGroup {
  const { default: usual, ...others } = rung.respondWithin;
  const of = level === 0 ? `response time of "${entry.name}"` : `response time of level ${level + 1} of "${entry.name}"`;
  return {
    id: `${entryId}/${level}`, label: `level ${level + 1} of "${entry.name}", ${rungName[rung.to]}`, where: queue.key, within: entryId,
    facts: [
      { id: 'to', subject: `who is asked on level ${level + 1} of "${entry.name}"`, value: rungName[rung.to] },
      { id: 'usual', subject: of, value: within(queue, usual) },
      ...queue.priorities.flatMap((priority) => {
        const minutes = others[priority.id];
        return minutes === undefined ? [] : [{ id: `at ${priority.id}`, subject: `${of} at ${priority.name}`, value: within(queue, minutes), absent: 'the usual one' }];
      }),
      { id: 'reminders', subject: `reminders on level ${level + 1} of "${entry.name}"`, value: rung.remindBefore.length === 0 ? 'none' : `${listed(rung.remindBefore.map((minutes) => within(queue, minutes)))} before` },
    ],
  };
}
