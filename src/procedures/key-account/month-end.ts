// KA-05, K4: the month-end summary is generated; a person of Operations confirms that the document was updated.
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';

export interface MonthEndTask {
  /** Such as `2026-02`. */
  readonly month: string;
  readonly dueAt: Instant;
  /** When Operations is asked for it next; null once it is confirmed. */
  readonly remindAt: Instant | null;
  readonly confirmed: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
}
