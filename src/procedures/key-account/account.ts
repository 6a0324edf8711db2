// What this SOP keeps with a customer account.
import { accountPart, type CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Rhythm } from './cycles';

/** The days between which it is a key account; from always where `from` is null (KA-14, K13). */
export interface KeyDates {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

export interface KeyAccountFacts {
  /** Absent where it is no key account, was none and will be none. */
  readonly dates?: KeyDates | undefined;
  /** When it runs production, for the cycles after a release (K10). */
  readonly productionCycle?: Rhythm | undefined;
}

const part = accountPart<KeyAccountFacts>('key-account');

export const keyAccountOf = (account: Pick<CustomerAccount, 'parts'>): KeyAccountFacts =>
  part.of(account) ?? {};
export const withKeyAccount = part.with;

/** How storage keeps it. */
export const stored = {
  marks: (account: Pick<CustomerAccount, 'parts'>) => keyAccountOf(account).dates !== undefined,
  fromFirstEdition: ({ keyAccount: dates, productionCycle }: Readonly<Record<string, unknown>>) =>
    dates === undefined && productionCycle === undefined ? undefined : { dates, productionCycle },
};
