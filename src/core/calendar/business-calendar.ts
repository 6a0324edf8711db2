import type { LocalDate } from './local-time';

/** Working hours of one day, in minutes past midnight; `to` is not included. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** When people work, in their own time zone (A8). */
export interface BusinessCalendar {
  readonly name: string;
  /** IANA zone, such as `America/Chicago`. */
  readonly timeZone: string;
  /** Sunday first; the hours of a day in order and apart. */
  readonly week: readonly (readonly WorkingHours[])[];
  readonly holidays: readonly LocalDate[];
}

/** Every minute of every day, for response times that never pause (A8). */
export const aroundTheClock: BusinessCalendar = {
  name: 'Around the clock',
  timeZone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]),
  holidays: [],
};
