// KA-05, K4: the month-end summary is generated; a person of Operations confirms that the document was updated.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';

export interface MonthEndTask {
  /** Such as `2026-02`. */
  readonly month: string;
  /** Absent where an earlier edition opened it. */
  readonly openedAt?: Instant;
  readonly dueAt: Instant;
  readonly confirmed: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
}
