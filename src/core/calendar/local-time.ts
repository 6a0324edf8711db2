import { dayMs, minuteMs } from '../instant';

/** A day on the wall calendar of a time zone, such as `2026-03-02`. */
export type LocalDate = string;

/** Formatters cost far more than their use; zones are few and hold no tenant's data. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** How far the wall clock of `timeZone` is ahead of UTC at that moment, in milliseconds. */
function offsetMs(timeZone: string, utcMs: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(utcMs))
    parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utcMs / 1000) * 1000;
}

/** True for an IANA zone this runtime knows, such as `America/Chicago`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The day it is in `timeZone` at that moment. */
export function localDateAt(timeZone: string, utcMs: number): LocalDate {
  return new Date(utcMs + offsetMs(timeZone, utcMs)).toISOString().slice(0, 10);
}

/** That many days earlier on the calendar, later where it is negative. */
export function daysBefore(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

/** The next day on the calendar. */
export const dayAfter = (date: LocalDate): LocalDate => daysBefore(date, -1);

/** The day before it on the calendar. */
export const dayBefore = (date: LocalDate): LocalDate => daysBefore(date, 1);

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/**
 * The moment at which the wall clock of `timeZone` shows `minutes` past midnight of `date`, epoch milliseconds.
 * A time that the clock skips in spring means the moment after the jump; one that it shows twice in autumn, the first.
 */
export function utcOfLocal(timeZone: string, date: LocalDate, minutes: number): number {
  const wallMs = Date.parse(`${date}T00:00:00Z`) + minutes * minuteMs;
  const before = wallMs - offsetMs(timeZone, wallMs - 24 * 60 * minuteMs);
  const after = wallMs - offsetMs(timeZone, wallMs + 24 * 60 * minuteMs);
  const shows = (utcMs: number): boolean => utcMs + offsetMs(timeZone, utcMs) === wallMs;
  const candidates = [before, after].filter(shows);
  // In the gap neither shows it: read with the offset from before the jump, the wall clock then stands after it.
  return candidates.length > 0 ? Math.min(...candidates) : Math.max(before, after);
}
