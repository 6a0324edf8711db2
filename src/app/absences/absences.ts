// Who is away and who stands in (A14): by an administrator for anybody, by everybody for themselves.
import type {
  AbsenceInput,
  AbsencesView,
  AbsenceView,
  OwnAbsenceView,
} from '../../contract/absences';
import { absenceConflicts, absenceState, longestAbsenceDays } from '../../core/absence';
import type { AccountId } from '../../core/ids';
import { type Instant, minuteMs, msOf, plusMs } from '../../core/instant';
import type { DirectoryPerson, People } from '../../core/people';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import type { Catalogue } from '../settings-ports';
import { viewerOf } from '../viewer';
import { personView } from '../views/why';
import { queueAsksOf } from './queue-asks';

/** For administrators: everybody an SOP may ask. */
export async function listAbsences(ports: Ports, asViewer: Catalogue): Promise<AbsencesView> {
  await adminsOnly(ports, asViewer);
  return absencesView(ports, await everybody(ports));
}

/** For administrators: somebody's absence and calendar, in force at once. */
export async function setAbsence(
  ports: Ports,
  asViewer: Catalogue,
  {
    person,
    absence,
    calendar,
  }: {
    readonly person: AccountId;
    readonly absence: AbsenceInput | null;
    readonly calendar: string | null;
  },
): Promise<AbsencesView> {
  await adminsOnly(ports, asViewer);
  const people = await everybody(ports);
  const known = people[person];
  if (known === undefined)
    throw new RelayError('missing', 'No SOP asks this person.', {
      field: 'person',
      remedy: 'Make them a manager of an account, or put them on the fallback list, first.',
    });
  const calendars = (await ports.policy.current())?.calendars ?? {};
  if (calendar !== null && calendars[calendar] === undefined)
    throw new RelayError('input', `There is no calendar "${calendar}".`, {
      field: 'calendar',
      remedy: 'Choose one that is in force.',
    });
  const changed = withCalendar(await withAbsence(ports, people, known, absence), calendar);
  return absencesView(ports, { ...people, ...(await write(ports, known, changed)) });
}

/** The viewer's own absence. */
export async function readOwnAbsence(ports: Ports): Promise<OwnAbsenceView> {
  const { accountId } = viewerOf(ports);
  return ownView(ports, await everybody(ports), accountId);
}

/**
 * The viewer says that they are away, and who stands in; never for anybody else.
 * @throws RelayError `input` for a delegate or dates that cannot be, `refused` for somebody no SOP asks
 */
export async function setOwnAbsence(
  ports: Ports,
  absence: AbsenceInput | null,
): Promise<OwnAbsenceView> {
  const { accountId } = viewerOf(ports);
  const people = await everybody(ports);
  const known = people[accountId];
  if (known === undefined)
    throw new RelayError(
      'refused',
      'No SOP asks you for responses, so there is nothing to hand over.',
      { remedy: 'Ask an administrator if customer accounts should name you as their manager.' },
    );
  const changed = await withAbsence(ports, people, known, absence);
  return ownView(ports, { ...people, ...(await write(ports, known, changed)) }, accountId);
}

async function everybody(ports: Ports): Promise<People> {
  return Object.fromEntries(
    (await ports.directory.everybody()).map((person) => [person.accountId, person]),
  );
}

/** @throws RelayError `input` that names the field */
async function withAbsence(
  ports: Ports,
  people: People,
  { delegation: _, ...person }: DirectoryPerson,
  absence: AbsenceInput | null,
): Promise<DirectoryPerson> {
  if (absence === null) return person;
  const { delegate, from, until } = absence;
  const wrong = (field: string, message: string, remedy: string) =>
    new RelayError('input', message, { field: `absence.${field}`, remedy });
  if (until <= from)
    throw wrong('until', 'The absence ends before it begins.', 'Choose a later end.');
  if (until <= ports.now())
    throw wrong('until', 'The absence is over already.', 'Choose an end that is still to come.');
  if (until > plusMs(from, longestAbsenceDays * 24 * 60 * minuteMs))
    throw wrong(
      'until',
      `An absence has at most ${longestAbsenceDays} days.`,
      'Choose an earlier end.',
    );
  if (delegate === person.accountId)
    throw wrong('delegate', 'Nobody can stand in for themselves.', 'Name somebody else.');
  const [standIn] =
    people[delegate] === undefined ? await ports.jira.app.people([delegate]) : [people[delegate]];
  if (standIn === undefined || standIn.kind !== 'person')
    throw wrong('delegate', 'This person is no user of Jira.', 'Name somebody else.');
  if (!standIn.active)
    throw wrong(
      'delegate',
      `The account of ${standIn.name} is deactivated.`,
      'Name somebody else.',
    );
  if (people[delegate] === undefined) await ports.directory.put([], [standIn]);
  return { ...person, delegation: { delegate, from, until } };
}

const withCalendar = (
  { calendar: _, ...person }: DirectoryPerson,
  calendar: string | null,
): DirectoryPerson => (calendar === null ? person : { ...person, calendar });

/** Writes what changed; where an absence begins now, open asks are handed over now. */
async function write(
  ports: Ports,
  before: DirectoryPerson,
  after: DirectoryPerson,
): Promise<People> {
  await ports.directory.put([], [after]);
  const now = ports.now();
  const away = ({ delegation }: DirectoryPerson): boolean =>
    delegation !== undefined && absenceState(delegation, now) === 'now';
  if (away(after) || away(before)) await queueAsksOf(ports, after.accountId);
  ports.log.info('absence-set', {
    away: away(after),
    ahead:
      after.delegation === undefined
        ? null
        : Math.round((msOf(after.delegation.from) - msOf(now)) / minuteMs),
  });
  return { [after.accountId]: after };
}

async function absencesView(ports: Ports, people: People): Promise<AbsencesView> {
  const now = ports.now();
  const calendars = Object.entries((await ports.policy.current())?.calendars ?? {}).map(
    ([key, { name }]) => ({ key, name }),
  );
  const rows = byName(people).map((person) => ({
    person: personView(people, person.accountId),
    calendar: person.calendar ?? null,
    absence: absenceView(people, person, now),
  }));
  return { now, people: rows, calendars };
}

function ownView(ports: Ports, people: People, accountId: AccountId): OwnAbsenceView {
  const now = ports.now();
  const known = people[accountId];
  const delegates = byName(people).filter(
    (person) => person.active && person.kind === 'person' && person.accountId !== accountId,
  );
  return {
    now,
    absence: known === undefined ? null : absenceView(people, known, now),
    delegates: delegates.map((person) => personView(people, person.accountId)),
  };
}

function absenceView(
  people: People,
  { accountId, delegation }: DirectoryPerson,
  now: Instant,
): AbsenceView | null {
  if (delegation === undefined) return null;
  const { delegate, from, until } = delegation;
  return {
    delegate: personView(people, delegate),
    from,
    until,
    state: absenceState(delegation, now),
    conflicts: absenceConflicts(people, accountId, now),
  };
}

const byName = (people: People): readonly DirectoryPerson[] =>
  Object.values(people).sort((a, b) => a.name.localeCompare(b.name, 'en'));
