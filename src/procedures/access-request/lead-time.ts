// M12: how long customers take, and what that means for the day on which work begins.
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { workingDayAfter, workingDaysBetween } from '../../core/calendar/business-days';
import { type LocalDate, localDateAt } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import { msOf } from '../../core/instant';
import { earliestDay } from './gate';
import { type AccessRequest, type AccessRow, isClosed } from './access-request';

/** How long a customer takes, in business days from the request to an account that works. */
export interface LeadTime {
  readonly basis: 'past' | 'stated';
  readonly samples: number;
  /** Half of them take no longer. */
  readonly typicalDays: number;
  /** Nine in ten take no longer. */
  readonly slowDays: number;
}

export type Verdict = 'ready' | 'in-time' | 'at-risk' | 'cannot-be-ready' | 'no-date';

export interface Forecast extends LeadTime {
  readonly typical: LocalDate;
  readonly slow: LocalDate;
  readonly verdict: Verdict;
  /** Working days the typical date lies after the work start; 0 when it does not. */
  readonly lateDays: number;
}

/** The nearest-rank percentile: the smallest value that `share` of all do not exceed. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** From past rows; fewer than `needed` say too little, so the stated timeline stands in (and says so). */
export function leadTime(past: readonly number[], statedDays: number, needed: number): LeadTime {
  if (past.length < needed)
    return { basis: 'stated', samples: past.length, typicalDays: statedDays, slowDays: statedDays };
  const sorted = [...past].sort((a, b) => a - b);
  return {
    basis: 'past',
    samples: sorted.length,
    typicalDays: percentile(sorted, 0.5),
    slowDays: percentile(sorted, 0.9),
  };
}

/** When a row will be ready, and whether that is before work starts (EA-18, EA-25): known before anything is sent. */
export function forecast(
  calendar: BusinessCalendar,
  request: AccessRequest,
  row: AccessRow,
  time: LeadTime,
  today: LocalDate,
): Forecast {
  const from =
    row.requestedAt === null
      ? earliestDay(request, today)
      : localDateAt(calendar.timeZone, msOf(row.requestedAt));
  // What is overdue already comes tomorrow at the earliest.
  const after = (days: number): LocalDate => {
    const day = workingDayAfter(calendar, from, days);
    return day > today || isClosed(row) ? day : workingDayAfter(calendar, today, 1);
  };
  const [typical, slow] = [after(time.typicalDays), after(time.slowDays)];
  const { workStart } = request;
  const verdict: Verdict = isClosed(row)
    ? 'ready'
    : workStart === null
      ? 'no-date'
      : typical > workStart
        ? 'cannot-be-ready'
        : slow > workStart
          ? 'at-risk'
          : 'in-time';
  return {
    ...time,
    typical,
    slow,
    verdict,
    lateDays:
      workStart === null || isClosed(row)
        ? 0
        : Math.max(0, workingDaysBetween(calendar, workStart, typical)),
  };
}

/** The order in which to send what is not sent: the least time to spare first, then the slowest, then by CID. */
export const sendingOrder = (
  rows: readonly { readonly row: AccessRow; readonly forecast: Forecast }[],
): Cid[] =>
  rows
    .filter(({ row }) => row.progress === 'not-sent')
    .sort(
      (a, b) =>
        (a.forecast.slow === b.forecast.slow ? 0 : a.forecast.slow > b.forecast.slow ? -1 : 1) ||
        b.forecast.slowDays - a.forecast.slowDays ||
        (a.row.cid < b.row.cid ? -1 : 1),
    )
    .map(({ row }) => row.cid);
