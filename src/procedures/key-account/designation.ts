// KA-02, KA-04, KA-14: a request to put an account on the list of key accounts, or to take it off.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Rhythm } from './cycles';
import type { Instant } from '../../core/instant';

/** KA-02. */
export const listingReasons = {
  'client-experience': 'recent client experience',
  'operational-challenges': 'operational challenges',
  'client-facing-team': 'a request from the client-facing team',
} as const;
export type ListingReason = keyof typeof listingReasons;

export interface Designation {
  readonly cid: Cid;
  readonly change: 'add' | 'remove';
  readonly reason: ListingReason;
  readonly note: string;
  /** The first day it counts, or the last when it is removed; null for always (K13), additions only. */
  readonly effective: LocalDate | null;
  /** When the account runs production, where that was said with the request (K10). */
  readonly rhythm?: Rhythm | null;
  readonly asked: { readonly by: AccountId; readonly at: Instant };
  readonly decided: {
    readonly how: 'accepted' | 'declined' | 'by-notice';
    readonly by: AccountId;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
  /** KA-05: Operations brings the month's document up to date; absent where the edition of the decision did not ask. */
  readonly document?: {
    readonly since: Instant;
    readonly updated: {
      readonly by: AccountId;
      readonly at: Instant;
      readonly note: string | null;
    } | null;
  };
}
