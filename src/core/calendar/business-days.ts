// Whole working days: what people mean by "ten business days", whatever the hour.
import { type Instant, instantOf, msOf } from '../instant';
import type { BusinessCalendar, WorkingHours } from './business-calendar';
import { dayAfter, type LocalDate, localDateAt, utcOfLocal, weekdayOf } from './local-time';

/** Ten years: a calendar that has no working day in them has none at all. */
const searchLimitDays = 3_660;

const hoursOf = (calendar: BusinessCalendar, date: LocalDate): readonly WorkingHours[] =>
  calendar.holidays.includes(date) ? [] : (calendar.week[weekdayOf(date)] ?? []);

const isWorkingDay = (calendar: BusinessCalendar, date: LocalDate): boolean =>
  hoursOf(calendar, date).length > 0;

/**
 * The `days`-th working day after `date`; 0 is the day itself, or the next working day where it is none.
 * @throws RangeError when `days` is not a whole number from 0 on, or the calendar has no working days
 */
export function workingDayAfter(
  calendar: BusinessCalendar,
  date: LocalDate,
  days: number,
): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Business days cannot be ${days}.`);
  let day = days === 0 ? date : dayAfter(date);
  let left = Math.max(days, 1);
  for (let tries = 0; tries < searchLimitDays; tries += 1, day = dayAfter(day)) {
    if (!isWorkingDay(calendar, day)) continue;
    left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError(`The calendar "${calendar.name}" has no working days.`);
}

/** The close of business `days` working days after the day of `start`: until then an answer is in time. */
export function dueAfterDays(calendar: BusinessCalendar, start: Instant, days: number): Instant {
  const day = workingDayAfter(calendar, localDateAt(calendar.timeZone, msOf(start)), days);
  const close = Math.max(...hoursOf(calendar, day).map(({ to }) => to));
  return instantOf(utcOfLocal(calendar.timeZone, day, close));
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is before `from`. */
export function workingDaysBetween(
  calendar: BusinessCalendar,
  from: LocalDate,
  to: LocalDate,
): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
