// KA-01, KA-14, KA-15: the days on which an account is a key account. The list is a list of periods, so that every month
// reads as it was, whatever becomes of the account later.
import type { CustomerAccount } from '../../core/account';
import { dayBefore, type LocalDate } from '../../core/calendar/local-time';
import { type KeyPeriod, keyAccountOf } from './account';

const holds = ({ from, until }: KeyPeriod, day: LocalDate): boolean =>
  (from === null || from <= day) && (until === null || day <= until);

/** The period in which that day lies. No first day means from always (K13); the last day still counts. */
export const periodOn = (
  account: Pick<CustomerAccount, 'parts'>,
  day: LocalDate,
): KeyPeriod | null => keyAccountOf(account).periods?.find((one) => holds(one, day)) ?? null;

/** Is it a key account on that day? */
export const isKeyOn = (account: Pick<CustomerAccount, 'parts'>, day: LocalDate): boolean =>
  periodOn(account, day) !== null;

/** The period that tells how the account stands: the one of that day, else the next to come, else the last that was. */
export function standingPeriod(
  account: Pick<CustomerAccount, 'parts'>,
  day: LocalDate,
): KeyPeriod | null {
  const { periods = [] } = keyAccountOf(account);
  return (
    periodOn(account, day) ??
    periods.find(({ from }) => from !== null && from > day) ??
    periods.at(-1) ??
    null
  );
}

/** Is it one when that month, such as `2026-02`, ends? */
export const isKeyAtEndOf = (account: Pick<CustomerAccount, 'parts'>, month: string): boolean =>
  isKeyOn(account, lastDayOf(month));

function lastDayOf(month: string): LocalDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Was it one on any day of that month, such as `2026-02`? The last of its periods that reaches into it. */
export const periodIn = (
  account: Pick<CustomerAccount, 'parts'>,
  month: string,
): KeyPeriod | null =>
  keyAccountOf(account).periods?.findLast(
    ({ from, until }) =>
      (from === null || from.slice(0, 7) <= month) &&
      (until === null || month <= until.slice(0, 7)),
  ) ?? null;

const before = (one: LocalDate | null, other: LocalDate | null): boolean =>
  one === null ? other !== null : other !== null && one < other;

/** In order of time; those that overlap are one. */
export function inOrder(periods: readonly KeyPeriod[]): readonly KeyPeriod[] {
  const sorted = periods
    .filter(({ from, until }) => from === null || until === null || from <= until)
    .sort((a, b) => (before(a.from, b.from) ? -1 : before(b.from, a.from) ? 1 : 0));
  const merged: KeyPeriod[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== null && one.from !== null && last.until < one.from))
      merged.push(one);
    else
      merged[merged.length - 1] = {
        from: last.from,
        until:
          last.until === null || one.until === null
            ? null
            : last.until < one.until
              ? one.until
              : last.until,
      };
  }
  return merged;
}

/** Put on the list from that day on; an end that was planned is off. Doing so twice is the same as once. */
export const listedFrom = (
  periods: readonly KeyPeriod[],
  from: LocalDate | null,
): readonly KeyPeriod[] => inOrder([...periods, { from, until: null }]);

/** Taken off the list after that day; what was before it stays as it was. */
export const listedUntil = (
  periods: readonly KeyPeriod[],
  until: LocalDate,
): readonly KeyPeriod[] =>
  periods.flatMap((one) =>
    one.from !== null && one.from > until
      ? []
      : [one.until === null || one.until > until ? { ...one, until } : one],
  );

/**
 * What a file or a feed says of an account, with one pair of days or none, does not forget what was before: none means
 * that it is no key account from that day on, and a pair takes the place of what it overlaps.
 */
export function asSaid(
  periods: readonly KeyPeriod[],
  said: readonly KeyPeriod[],
  day: LocalDate,
): readonly KeyPeriod[] {
  const [only] = said;
  if (only === undefined) return listedUntil(periods, dayBefore(day));
  if (said.length > 1) return inOrder(said);
  return inOrder([
    ...periods.filter(({ until }) => until !== null && only.from !== null && until < only.from),
    only,
  ]);
}

/** Such as `from 2019-08-01 until 2020-12-31, from 2026-03-01`. */
export const spellPeriods = (periods: readonly KeyPeriod[]): string =>
  periods
    .map(
      ({ from, until }) =>
        `${from === null ? 'from always' : `from ${from}`}${until === null ? '' : ` until ${until}`}`,
    )
    .join(', ');
