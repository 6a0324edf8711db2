import type { AccountId, Cid } from './ids';
import type { Instant } from './instant';

/**
 * What everybody may search for: the shadow of the ledger in the issue property `account-relay`. Indexed by Jira,
 * rebuilt from the ledger whenever it changes, and never read back as truth: whoever may edit the issue can write it.
 */
export interface Projection {
  readonly state: 'waiting-for-account-manager' | 'waiting-for-management' | 'answered' | 'withdrawn';
  readonly holder: AccountId | null;
  readonly dueAt: Instant | null;
  readonly level: number | null;
  readonly account: Cid | null;
  readonly flag: 'customer-replied' | 'customer-unanswered' | 'no-one-above' | 'status-blocked' | null;
}
