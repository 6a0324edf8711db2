// What this SOP keeps with a customer account.
import { accountPart, type CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Rhythm } from './cycles';
import { changedOn, type FormerRhythm, type Rhythms } from './rhythm';

/** Days on which it is a key account: from always where `from` is null (K13), until further notice where `until` is. */
export interface KeyPeriod {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

export interface KeyAccountFacts {
  /** In order of time, none overlapping: on the list, off it, on it again (KA-14). Absent where it never was one. */
  readonly periods?: readonly KeyPeriod[] | undefined;
  /** When it runs production, for the cycles after a release (K10). */
  readonly productionCycle?: Rhythm | undefined;
  /** When it ran production before, in order of time; absent where that was never another. */
  readonly productionBefore?: readonly FormerRhythm[] | undefined;
}

/** When it runs production, and when it did. */
export const rhythmsOf = ({ productionCycle, productionBefore }: KeyAccountFacts): Rhythms => ({
  now: productionCycle ?? null,
  before: productionBefore,
});

/** It runs production otherwise from that day on; what was before stays. */
export function runningFrom(
  facts: KeyAccountFacts,
  rhythm: Rhythm | null,
  day: LocalDate,
): KeyAccountFacts {
  const { now, before } = changedOn(rhythmsOf(facts), rhythm, day);
  return { ...facts, productionCycle: now ?? undefined, productionBefore: before };
}

/** As editions before this one stored it: one pair of days, of which a later one took the place. */
interface StoredFacts extends KeyAccountFacts {
  readonly dates?: KeyPeriod | undefined;
}

const part = accountPart<StoredFacts>('key-account');

export function keyAccountOf(account: Pick<CustomerAccount, 'parts'>): KeyAccountFacts {
  const { dates, ...facts } = part.of(account) ?? {};
  return dates === undefined || facts.periods !== undefined
    ? facts
    : { ...facts, periods: [dates] };
}

/** An account that was never on the list keeps no list of periods. */
export const withKeyAccount = (
  account: CustomerAccount,
  { periods, productionCycle, productionBefore }: KeyAccountFacts,
): CustomerAccount =>
  part.with(account, {
    periods: periods === undefined || periods.length === 0 ? undefined : periods,
    productionCycle,
    ...(productionBefore === undefined ? {} : { productionBefore }),
  });

/** How storage keeps it. */
export const stored = {
  marks: (account: Pick<CustomerAccount, 'parts'>) => keyAccountOf(account).periods !== undefined,
  fromFirstEdition: ({ keyAccount: dates, productionCycle }: Readonly<Record<string, unknown>>) =>
    dates === undefined && productionCycle === undefined
      ? undefined
      : {
          ...(dates === undefined ? {} : { periods: [dates] }),
          ...(productionCycle === undefined ? {} : { productionCycle }),
        },
};
