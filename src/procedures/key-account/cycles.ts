// KA-11, K10: the production cycles after a release, by the account's own rhythm.
import { dayAfter, type LocalDate, weekdayOf } from '../../core/calendar/local-time';
import type { ReleasePolicy } from './settings/policy';
import type { Cycle } from './release';
import { rhythmOn, type Rhythms } from './rhythm';

/** When an account runs production. */
export type Rhythm =
  | { readonly kind: 'daily' }
  /** 0 is Sunday. */
  | { readonly kind: 'weekly'; readonly weekday: number }
  /** 1 to 31; a month that is shorter has it on its last day. */
  | { readonly kind: 'monthly'; readonly day: number }
  | { readonly kind: 'dates'; readonly dates: readonly LocalDate[] };

/** Far enough for a yearly cycle in a list of dates. */
const furthestDays = 800;

const isLastOfMonth = (date: LocalDate): boolean => dayAfter(date).slice(5, 7) !== date.slice(5, 7);

/** Does production run on that day? An account of which no rhythm is known may run on any. */
export function runsOn(rhythm: Rhythm | null, date: LocalDate): boolean {
  switch (rhythm?.kind) {
    case undefined:
    case 'daily':
      return true;
    case 'weekly':
      return weekdayOf(date) === rhythm.weekday;
    case 'monthly': {
      const day = Number(date.slice(8));
      return day === rhythm.day || (day < rhythm.day && isLastOfMonth(date));
    }
    case 'dates':
      return rhythm.dates.includes(date);
  }
}

/** The next day of production after that one, by what held on each day; null where none is known. */
export function nextRun(rhythms: Rhythms, after: LocalDate): LocalDate | null {
  const lastKnown = rhythms.now === null ? (rhythms.before?.at(-1)?.until ?? after) : null;
  let day = dayAfter(after);
  for (let tries = 0; tries < furthestDays; tries += 1, day = dayAfter(day)) {
    if (lastKnown !== null && day > lastKnown) return null;
    const rhythm = rhythmOn(rhythms, day);
    if (rhythm !== null && runsOn(rhythm, day)) return day;
  }
  return null;
}

/** How the monitoring of a release stands on a day. */
export interface CycleStanding {
  /** Of the days that were due first, in order and without a gap: how many have passed. */
  readonly counted: number;
  /** Days of those that were due and are not recorded, the earliest first: they stay owed. */
  readonly owed: readonly LocalDate[];
  /** The day that is to be recorded next, past or to come; null where none is known, or none is needed. */
  readonly next: LocalDate | null;
  /** The first that is needed and not over yet. */
  readonly ahead: LocalDate | null;
}

/**
 * KA-11, K10: the production days that were due first after the release, in their order, none skipped. After one that failed
 * the count starts again, or goes on.
 * @param days the day of the deployment, and the day it is; on that of the deployment, a cycle may be recorded
 */
export function cycleStanding(
  rhythms: Rhythms,
  cycles: readonly Cycle[],
  days: { readonly deployed: LocalDate; readonly today: LocalDate },
  { needed, onFailure }: ReleasePolicy['cycles'],
): CycleStanding {
  const recorded = new Map(
    cycles.filter(({ date }) => date >= days.deployed).map((one) => [one.date, one]),
  );
  const owed: LocalDate[] = [];
  // Places of the sequence that are filled or owed, and those that have passed before the first gap.
  let places = 0;
  let counted = 0;
  let day: LocalDate | null = recorded.has(days.deployed)
    ? days.deployed
    : following(rhythms, recorded, days.deployed);
  while (places < needed && day !== null && day <= days.today) {
    const cycle = recorded.get(day);
    if (cycle === undefined) {
      // Today is not over: it is asked for tomorrow.
      if (day === days.today) break;
      owed.push(day);
    }
    if (cycle?.passed === false) {
      if (onFailure === 'restart') [places, counted] = [0, 0];
    } else {
      places += 1;
      if (cycle !== undefined && owed.length === 0) counted += 1;
    }
    day = following(rhythms, recorded, day);
  }
  const ahead = places < needed ? day : null;
  return { counted, owed, next: owed[0] ?? ahead, ahead };
}

/** The next day on which production runs, or on which it has run by what was recorded. */
function following(
  rhythms: Rhythms,
  recorded: ReadonlyMap<LocalDate, Cycle>,
  after: LocalDate,
): LocalDate | null {
  const later = [nextRun(rhythms, after), ...recorded.keys()].filter(
    (day): day is LocalDate => day !== null && day > after,
  );
  return later.sort()[0] ?? null;
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Such as `every Friday`. */
export function spellRhythm(rhythm: Rhythm | null): string {
  switch (rhythm?.kind) {
    case undefined:
      return 'on days that are not on record';
    case 'daily':
      return 'every day';
    case 'weekly':
      return `every ${dayNames[rhythm.weekday] ?? 'week'}`;
    case 'monthly':
      return `on day ${rhythm.day} of every month`;
    case 'dates':
      return spellDates(rhythm.dates);
  }
}

/** Such as `on 2 dates on record`. */
const spellDates = ([first, ...others]: readonly LocalDate[]): string =>
  first === undefined
    ? 'on no date that is on record'
    : others.length === 0
      ? `on ${first} alone`
      : `on ${others.length + 1} dates on record`;
