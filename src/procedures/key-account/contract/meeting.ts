import type { Aspect } from '../happening';
import type { Trend, WeekSummary } from '../summary';
import type { Instant, PersonView, WhyView } from '../../../contract/why';

/** A weekly meeting as its ticket shows it (KA-06, KA-07). */
export interface MeetingView {
  /** The Monday of its week. */
  readonly week: string;
  readonly day: string;
  /** Who attends for ISD, as a role in words. */
  readonly by: string;
  /** Who is asked to record it now. */
  readonly with: readonly PersonView[];
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly outcome:
    | {
        readonly how: 'held';
        readonly by: PersonView;
        readonly at: Instant;
        readonly on: string;
        readonly attended: readonly PersonView[];
        readonly others: string | null;
        /** Open actions of earlier weeks that were looked at again. */
        readonly lookedAt: number;
      }
    | {
        readonly how: 'not-held';
        readonly by: PersonView;
        readonly at: Instant;
        readonly reason: string;
      }
    | null;
  readonly changes: readonly ChangeView[];
  readonly actions: readonly ActionView[];
  /** Open actions of earlier meetings, the longest open first; they are finished in their own tickets. */
  readonly earlier: readonly EarlierActionView[];
  /** The oldest first; the last is the week of the meeting. */
  readonly weeks: readonly WeekSummary[];
  readonly trends: readonly Trend[];
  /** Null when the viewer may record it. */
  readonly whyNotRecord: WhyView | null;
  /** Null when the viewer may note changes and agree on actions. */
  readonly whyNotAdd: WhyView | null;
  /** People who can attend, and own an action. */
  readonly people: readonly PersonView[];
  readonly accounts: readonly AccountChoice[];
}

export interface AccountChoice {
  readonly cid: string;
  readonly name: string;
}

export interface ChangeView {
  readonly id: number;
  readonly text: string;
  readonly affects: readonly Aspect[];
  /** Null for all key accounts. */
  readonly account: string | null;
  readonly by: PersonView;
  readonly at: Instant;
}

export interface ActionView {
  readonly id: number;
  readonly text: string;
  readonly account: string | null;
  readonly owner: PersonView;
  /** Who has it now, where that is somebody else. */
  readonly with: PersonView | null;
  readonly due: string;
  readonly overdue: boolean;
  readonly moved: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly from: string;
    readonly reason: string;
  } | null;
  readonly done: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
  /** Null when the viewer may finish or move it. */
  readonly whyNot: WhyView | null;
}

export interface EarlierActionView {
  /** The ticket of its meeting. */
  readonly key: string;
  readonly week: string;
  readonly id: number;
  readonly text: string;
  readonly account: string | null;
  readonly owner: PersonView;
  readonly due: string;
  readonly overdue: boolean;
}
