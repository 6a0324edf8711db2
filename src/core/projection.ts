import type { AccountId, Cid } from './ids';
import type { Instant } from './instant';

/**
 * What everybody may search for: the shadow of the ledger in the issue property `account-relay`. Indexed by Jira,
 * rebuilt from the ledger whenever it changes, and never read back as truth: whoever may edit the issue can write it.
 * Each procedure adds what is its own.
 */
export interface Projection {
  /** How the latest request for a response stands; null where nobody was ever asked. */
  readonly state: string | null;
  readonly holder: AccountId | null;
  readonly dueAt: Instant | null;
  readonly level: number | null;
  readonly account: Cid | null;
  readonly flag: string | null;
  /** How the ticket stands with procedures, such as `update-due`, for those that need no field of their own. */
  readonly standing?: readonly string[];
  readonly [own: string]: unknown;
}

/** Where nobody was ever asked. */
export const emptyProjection: Projection = {
  state: null,
  holder: null,
  dueAt: null,
  level: null,
  account: null,
  flag: null,
};

/** The projection with one more word about how the ticket stands; Jira indexes it for every procedure alike. */
export const withStanding = (projection: Projection | null, word: string): Projection => {
  const base = projection ?? emptyProjection;
  return { ...base, standing: [...(base.standing ?? []), word] };
};
