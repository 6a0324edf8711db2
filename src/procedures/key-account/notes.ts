// What everybody who works on a ticket of this account should know for a while; shown in the ticket until it expires.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';

export interface AccountNote {
  readonly id: string;
  readonly text: string;
  /** The last day it is shown; null for as long as nobody takes it away. */
  readonly until: LocalDate | null;
  readonly by: AccountId;
  readonly at: Instant;
}

/** Notes that are still shown on that day. */
export const current = (notes: readonly AccountNote[], day: LocalDate): readonly AccountNote[] =>
  notes.filter(({ until }) => until === null || day <= until);
