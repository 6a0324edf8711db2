// On which day a weekly meeting is: the weekday of the settings, or the next working day after a holiday.
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import {
  dueAfterDays,
  workingDayAfter,
  workingDaysBetween,
} from '../../core/calendar/business-days';
import { dayBefore, daysBefore, type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { type Instant, instantOf } from '../../core/instant';
import { type Weekday, weekdays } from './contract/meeting-settings';

/** The day of the meeting in the week of that Monday; null where nobody works in the whole week. */
export function meetingDay(
  calendar: BusinessCalendar,
  monday: LocalDate,
  weekday: Weekday,
): LocalDate | null {
  const sunday = daysBefore(monday, -6);
  return workingDaysBetween(calendar, dayBefore(monday), sunday) === 0
    ? null
    : workingDayAfter(calendar, daysBefore(monday, -weekdays.indexOf(weekday)), 0);
}

/** The end of work, that many working days after a day; 0 is that day itself, or the next on which people work. */
export const endOfWork = (calendar: BusinessCalendar, day: LocalDate, days: number): Instant =>
  dueAfterDays(calendar, instantOf(utcOfLocal(calendar.timeZone, day, 12 * 60)), days);
