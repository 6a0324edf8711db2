import { type Instant, msOf } from '../instant';
import type { LocalDate } from './local-time';

/** `Mon 2 Mar 2026, 14:30 (America/Chicago)`: for comments, where the reader's zone is not known. */
export function spellTime(instant: Instant, timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(msOf(instant));
  const day = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(
    ',',
    '',
  );
  return `${day}, ${format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} (${timeZone})`;
}

/** `3 Apr 2026`: a day without a clock is the same in every zone. */
export const spellDay = (day: LocalDate): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(`${day}T00:00:00Z`));

/** `4 business hours`, `1 business hour 30 min`, `45 business minutes`. */
export function spellBusinessMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} business ${rest === 1 ? 'minute' : 'minutes'}`;
  const spelledHours = `${hours} business ${hours === 1 ? 'hour' : 'hours'}`;
  return rest === 0 ? spelledHours : `${spelledHours} ${rest} min`;
}

/** `2 d 3 h`, `3 h 20 min`, `45 min`, `under a minute`. */
export function spellDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return rest === 0 ? 'under a minute' : `${rest} min`;
}
