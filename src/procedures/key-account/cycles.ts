// KA-11, K10: the production cycles after a release, by the account's own rhythm.
import { dayAfter, type LocalDate, weekdayOf } from '../../core/calendar/local-time';
import type { ReleasePolicy } from './settings/policy';
import type { Cycle } from './release';

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

/** The next day of production after that one; null where none is known. */
export function nextRun(rhythm: Rhythm | null, after: LocalDate): LocalDate | null {
  if (rhythm === null) return null;
  let day = dayAfter(after);
  for (let tries = 0; tries < furthestDays; tries += 1, day = dayAfter(day))
    if (runsOn(rhythm, day)) return day;
  return null;
}

/** How many passed cycles count: all since the last that failed, or all (K10). */
export function countedCycles(
  cycles: readonly Cycle[],
  { onFailure }: ReleasePolicy['cycles'],
): number {
  const failed = cycles.findLastIndex(({ passed }) => !passed);
  return cycles.filter(({ passed }, place) => passed && (onFailure === 'go-on' || place > failed))
    .length;
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
      return `on ${rhythm.dates.length} dates on record`;
  }
}
