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
  | {
      readonly kind: 'escalated';
      readonly aspect: Aspect;
      readonly byRule: boolean;
      /** Absent where an earlier edition counted it. */
      readonly what?: string;
    }
  | { readonly kind: 'escalation-answered'; readonly inTime: boolean }
  | { readonly kind: 'escalation-resolved'; readonly inTime?: boolean; readonly how?: string }
  | { readonly kind: 'document-updated'; readonly change: 'add' | 'remove' }
  | { readonly kind: 'release-started' }
  | { readonly kind: 'release-signed-off'; readonly retrospective: boolean }
  | { readonly kind: 'sign-off-void' }
  | { readonly kind: 'release-finished' }
  | {
      readonly kind: 'cycle';
      readonly date: LocalDate;
      readonly passed: boolean;
      /** Recorded later than it was due; an earlier edition did not say so. */
      readonly late?: true;
    }
  | { readonly kind: 'month-confirmed'; readonly month: string }
  /** KA-06: the meeting of the week from that Monday, and the day it is on. */
  | { readonly kind: 'meeting-opened'; readonly week: LocalDate; readonly on: LocalDate }
  | {
      readonly kind: 'meeting-held';
      readonly week: LocalDate;
      readonly on: LocalDate;
      readonly attended: readonly AccountId[];
      readonly others: string | null;
      /** Open actions of earlier weeks. */
      readonly lookedAt: number;
    }
  | { readonly kind: 'meeting-not-held'; readonly week: LocalDate; readonly reason: string }
  /** KA-07. */
  | { readonly kind: 'change-noted'; readonly text: string; readonly affects: readonly Aspect[] }
  | {
      readonly kind: 'action-added';
      readonly action: number;
      readonly text: string;
      readonly owner: AccountId;
      readonly due: LocalDate;
    }
  | {
      readonly kind: 'action-moved';
      readonly action: number;
      readonly owner: AccountId;
      readonly due: LocalDate;
      readonly reason: string;
    }
  | { readonly kind: 'action-done'; readonly action: number; readonly inTime: boolean };

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
