import type { Reply } from './problem';
import type { Instant } from './why';

/** Accounts as the system of record sends them: https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/ */
export type FeedApi = {
  'feed.get': (input: Record<string, never>) => Reply<FeedView>;
  /** Makes a new secret; the one before is worth nothing from then on. It is shown this once. */
  'feed.new-secret': (input: Record<string, never>) => Reply<{ readonly secret: string }>;
};

export interface FeedView {
  readonly url: string;
  readonly hasSecret: boolean;
  readonly lastCallAt: Instant | null;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** What became of one record of a call, and why. */
export interface FeedEntry {
  readonly at: Instant;
  readonly externalId: string;
  readonly cid: string;
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly reason: string;
}
