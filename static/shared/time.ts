import type { Instant } from '../../src/contract/why';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const wordsOf = (count: number, unit: string): string => `${count} ${unit}`;

/** `2 h 15 min`, `3 d 4 h`, `less than a minute`: the two largest units, rounded down. @param ms any length */
export function spellDuration(ms: number): string {
  const length = Math.abs(ms);
  if (length < minute) return 'less than a minute';
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  const minutes = Math.floor((length % hour) / minute);
  const parts =
    days > 0
      ? [wordsOf(days, 'd'), hours > 0 && wordsOf(hours, 'h')]
      : [hours > 0 && wordsOf(hours, 'h'), minutes > 0 && wordsOf(minutes, 'min')];
  return parts.filter(Boolean).join(' ');
}

/** `due in 2 h 15 min`, or `1 h 10 min overdue`. @param now the server's clock, in milliseconds */
export function spellDue(dueAt: Instant, now: number): string {
  const left = Date.parse(dueAt) - now;
  return left > 0
    ? `due in ${spellDuration(left)}`
    : left > -minute
      ? 'due now'
      : `${spellDuration(left)} overdue`;
}

/** `5 min ago`, `just now`, or `in 3 h` for what is still to come. */
export function spellAgo(at: Instant, now: number): string {
  const since = now - Date.parse(at);
  if (Math.abs(since) < minute) return 'just now';
  return since > 0 ? `${spellDuration(since)} ago` : `in ${spellDuration(since)}`;
}

/** `4 business hours`, `1 business hour 30 min`, `45 business minutes`. @param minutes of working time */
export function spellBusinessTime(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} business ${rest === 1 ? 'minute' : 'minutes'}`;
  return `${hours} business ${hours === 1 ? 'hour' : 'hours'}${rest === 0 ? '' : ` ${rest} min`}`;
}

const format = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options });

/** Midnight UTC of the day it is in that zone: two of them can be subtracted to count days. */
function dayIn(timeZone: string, at: number): number {
  const parts = format(timeZone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'));
}

const clockIn = (timeZone: string, at: number): string =>
  format(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `today 14:30`, `tomorrow 09:00`, `Mon 2 Mar 14:30`; with the year when it is another one. */
export function spellMoment(at: Instant, now: number, timeZone: string): string {
  const moment = Date.parse(at);
  const days = Math.round((dayIn(timeZone, moment) - dayIn(timeZone, now)) / day);
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
  const sameYear =
    new Date(dayIn(timeZone, moment)).getUTCFullYear() ===
    new Date(dayIn(timeZone, now)).getUTCFullYear();
  const spelled =
    near ??
    format(timeZone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(sameYear ? {} : { year: 'numeric' }),
    })
      .format(moment)
      .replaceAll(',', '');
  return `${spelled} ${clockIn(timeZone, moment)}`;
}

/** `Monday 2 March 2026, 14:30 (America/Chicago)`: what a tooltip says. */
export function spellInFull(at: Instant, timeZone: string): string {
  const date = format(timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${date.format(Date.parse(at)).replaceAll(',', '')}, ${clockIn(timeZone, Date.parse(at))} (${timeZone})`;
}

/** What the functions say, with the instants in it (ISO, UTC) as moments of the viewer. */
export function spellInstants(words: string, now: number, timeZone: string): string {
  return words.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/gu, (instant) =>
    spellMoment(instant, now, timeZone),
  );
}
