import { DateTime, type DurationLikeObject } from 'luxon';
import { isDay, parseInstant } from '../dates';
import { badRequest } from '../errors';
import { type SearchContext } from './context';

const units: Readonly<Record<string, keyof DurationLikeObject>> = {
  y: 'years',
  M: 'months',
  w: 'weeks',
  d: 'days',
  h: 'hours',
  m: 'minutes',
};
const part = /(\d+)\s*([yMwdhm])/g;

/** `-1d`, `2h 30m`, `+1w`: how far from now; null when the text says something else. */
function readDistance(text: string): { sign: 1 | -1; amount: DurationLikeObject } | null {
  const trimmed = text.trim();
  if (!/^[+-]?(\s*\d+\s*[yMwdhm])+$/.test(trimmed)) return null;
  const amount: Record<string, number> = {};
  for (const [, count, unit] of trimmed.matchAll(part)) {
    const name = units[unit as string] as string;
    amount[name] = (amount[name] ?? 0) + Number(count);
  }
  return { sign: trimmed.startsWith('-') ? -1 : 1, amount };
}

const shifted = (at: DateTime, text: string): DateTime | null => {
  const distance = readDistance(text);
  if (!distance) return null;
  return distance.sign < 0 ? at.minus(distance.amount) : at.plus(distance.amount);
};

const local = (context: SearchContext): DateTime =>
  DateTime.fromMillis(context.now, { zone: context.user.timeZone });

/** Dates as a query writes them: relative, `2026-03-02`, `2026/03/02 14:30`, or with an offset. @throws JiraError 400 */
export function readMoment(context: SearchContext, text: string, fieldName: string): number {
  const relative = shifted(local(context), text);
  if (relative) return relative.toMillis();
  const exact = parseInstant(text);
  if (exact !== null) return exact;
  const zone = context.user.timeZone;
  const day = text.replaceAll('/', '-');
  if (isDay(day)) return DateTime.fromISO(day, { zone }).toMillis();
  const minute = DateTime.fromFormat(day, 'yyyy-MM-dd HH:mm', { zone });
  if (minute.isValid) return minute.toMillis();
  throw badRequest(
    `Date value '${text}' for field '${fieldName}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

const spans = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;

/** `now()`, `startOfDay("-1d")` and their kin; null when the function is another one. */
export function momentFunction(
  context: SearchContext,
  name: string,
  argument: string | undefined,
): number | null {
  if (name.toLowerCase() === 'now') return context.now;
  const match = /^(start|end)of(day|week|month|year)$/.exec(name.toLowerCase());
  if (!match) return null;
  const span = spans[match[2] as keyof typeof spans];
  // Jira: a bare number counts the function's own unit; a week starts on Sunday.
  const distance =
    argument === undefined
      ? undefined
      : /^[+-]?\d+$/.test(argument)
        ? `${argument}${span === 'month' ? 'M' : span.charAt(0)}`
        : argument;
  const from = distance === undefined ? local(context) : shifted(local(context), distance);
  if (!from) throw badRequest(`Invalid duration '${argument ?? ''}' in function '${name}'.`);
  const start =
    span === 'week'
      ? from.plus({ days: 1 }).startOf('week').minus({ days: 1 })
      : from.startOf(span);
  return match[1] === 'start' ? start.toMillis() : start.plus({ [`${span}s`]: 1 }).toMillis() - 1;
}
