// What is worth counting at the end of a week or a month (KA-05, KA-06): written once, never changed.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid, IssueId } from '../../core/ids';
import type { Instant } from '../../core/instant';

/** KA-07: what a quality issue is about. */
export const aspects = ['code-quality', 'timing', 'accuracy'] as const;

export type Aspect = (typeof aspects)[number];

export const aspectNames: Readonly<Record<Aspect, string>> = {
  'code-quality': 'Code quality',
  timing: 'Timing',
  accuracy: 'Accuracy',
};

export type What =
  | { readonly kind: 'added'; readonly from: LocalDate | null; readonly reason: string }
  | { readonly kind: 'removed'; readonly until: LocalDate; readonly reason: string }
  | { readonly kind: 'escalated'; readonly aspect: Aspect; readonly byRule: boolean }
  | { readonly kind: 'escalation-answered'; readonly inTime: boolean }
  | { readonly kind: 'escalation-resolved'; readonly inTime?: boolean }
  | { readonly kind: 'document-updated'; readonly change: 'add' | 'remove' }
  | { readonly kind: 'release-started' }
  | { readonly kind: 'release-signed-off'; readonly retrospective: boolean }
  | { readonly kind: 'sign-off-void' }
  | { readonly kind: 'release-finished' }
  | { readonly kind: 'cycle'; readonly date: LocalDate; readonly passed: boolean }
  | { readonly kind: 'month-confirmed'; readonly month: string };

export interface Happening {
  /** The ticket and its count of happenings: writing it again is the same as writing it once. */
  readonly id: string;
  readonly at: Instant;
  /** The day in the queue's own time zone. */
  readonly day: LocalDate;
  readonly cid: Cid | null;
  readonly issueId: IssueId;
  readonly key: string;
  readonly by: AccountId | null;
  readonly what: What;
}
