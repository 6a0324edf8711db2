import { type Instant, instantOf, minuteMs, msOf } from '../instant';
import type { BusinessCalendar } from './business-calendar';
import { dayAfter, localDateAt, utcOfLocal, weekdayOf } from './local-time';

/** A stretch of working time, epoch milliseconds; `to` is not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Ten years: a calendar that has no working time in them has none at all. */
const searchLimitDays = 3_660;

/** The working stretches from the day of `startMs` on, in order of time. */
function* stretchesFrom(calendar: BusinessCalendar, startMs: number): Generator<Stretch> {
  let date = localDateAt(calendar.timeZone, startMs);
  for (let day = 0; day < searchLimitDays; day += 1, date = dayAfter(date)) {
    if (calendar.holidays.includes(date)) continue;
    for (const hours of calendar.week[weekdayOf(date)] ?? []) {
      const from = utcOfLocal(calendar.timeZone, date, hours.from);
      const to = utcOfLocal(calendar.timeZone, date, hours.to);
      if (to > from) yield { from, to };
    }
  }
}

/**
 * The moment at which `minutes` of working time have passed since `start` (A8). Zero minutes outside working hours is
 * the next opening.
 * @throws RangeError when `minutes` is negative or the calendar has no working hours
 */
export function addBusinessMinutes(
  calendar: BusinessCalendar,
  start: Instant,
  minutes: number,
): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Business minutes cannot be ${minutes}.`);
  const startMs = msOf(start);
  let leftMs = minutes * minuteMs;
  for (const { from, to } of stretchesFrom(calendar, startMs)) {
    const begin = Math.max(from, startMs);
    if (begin >= to) continue;
    if (begin + leftMs <= to) return instantOf(begin + leftMs);
    leftMs -= to - begin;
  }
  throw new RangeError(`The calendar "${calendar.name}" has no working hours.`);
}

/** Whole and part minutes of working time between two moments; negative when `end` is before `start`. */
export function businessMinutesBetween(
  calendar: BusinessCalendar,
  start: Instant,
  end: Instant,
): number {
  if (end < start) return -businessMinutesBetween(calendar, end, start);
  const startMs = msOf(start);
  const endMs = msOf(end);
  let sumMs = 0;
  for (const { from, to } of stretchesFrom(calendar, startMs)) {
    if (from >= endMs) break;
    sumMs += Math.max(0, Math.min(to, endMs) - Math.max(from, startMs));
  }
  return sumMs / minuteMs;
}

/**
 * The moment `minutes` of working time before `end`, but not before `start`: when to remind of a due time.
 */
export function businessMinutesBefore(
  calendar: BusinessCalendar,
  start: Instant,
  end: Instant,
  minutes: number,
): Instant {
  const available = businessMinutesBetween(calendar, start, end);
  return available <= minutes ? start : addBusinessMinutes(calendar, start, available - minutes);
}

/** The opening of the working day after the one of `moment`: when a daily reminder is repeated (A15). */
export function nextWorkingDay(calendar: BusinessCalendar, moment: Instant): Instant {
  const today = localDateAt(calendar.timeZone, msOf(moment));
  const tomorrowMs = utcOfLocal(calendar.timeZone, dayAfter(today), 0);
  return addBusinessMinutes(calendar, instantOf(tomorrowMs), 0);
}

/** How far back the last closing is looked for: a holiday season, and more. */
const closingDays = 40;

/** When work ended last before `moment`; null where it has not for weeks. */
export function closingBefore(calendar: BusinessCalendar, moment: Instant): Instant | null {
  let last: number | null = null;
  for (const { from, to } of stretchesFrom(
    calendar,
    msOf(moment) - closingDays * 24 * 60 * minuteMs,
  )) {
    if (from >= msOf(moment)) break;
    last = Math.min(to, msOf(moment));
  }
  return last === null ? null : instantOf(last);
}
