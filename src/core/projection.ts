import type { AccountId, Cid } from './ids';
import type { Instant } from './instant';

/**
 * What everybody may search for: the shadow of the ledger in the issue property `account-relay`. Indexed by Jira,
 * rebuilt from the ledger whenever it changes, and never read back as truth: whoever may edit the issue can write it.
 */
export interface Projection {
  /** Null where nobody was ever asked. */
  readonly state:
    'waiting-for-account-manager' | 'waiting-for-management' | 'answered' | 'withdrawn' | null;
  readonly holder: AccountId | null;
  readonly dueAt: Instant | null;
  readonly level: number | null;
  readonly account: Cid | null;
  /** K12: a text, because Jira indexes no truth values, and JQL keeps the word "true" to itself. */
  readonly key?: 'yes';
  /** KA-16: where the documentation of its release stands. */
  readonly release?: 'open' | 'signed-off' | 'finished';
  /** Where the change request stands, what is still to be decided, and which statuses wait for that, each with why. */
  readonly change?: {
    readonly step: string;
    readonly gatesOpen: readonly string[];
    readonly closed: readonly { readonly status: string; readonly why: string }[];
  };
  readonly flag:
    'customer-replied' | 'customer-unanswered' | 'no-one-above' | 'status-blocked' | null;
}
