import type { Aspect } from '../happening';
import type {
  ActionOfMonth,
  ChangeOfMonth,
  EscalationOfMonth,
  MeetingOfMonth,
} from '../month-meetings';
import type { Count, ReleaseStanding, Trend, WeekSummary } from '../summary';
import type { Day, NoteView } from './panel';
import type { Reply } from '../../../contract/problem';
import type { Instant, PersonView } from '../../../contract/why';

export type { Aspect, Count, Day, NoteView, ReleaseStanding, Trend };

/** Reads of the page "Key accounts" of a project. */
export type KeyAccountsReads = {
  'accounts.get': (input: Record<string, never>) => Reply<KeyAccountsView>;
  /** @param month such as `2026-02` */
  'month.get': (input: { month: string }) => Reply<MonthView>;
  /** What the month tells in words. */
  'month.told': (input: { month: string }) => Reply<MonthTold>;
  /** Accounts to put on the list, or to take off it. */
  'listing.choices': (
    input: Record<string, never>,
  ) => Reply<readonly { readonly cid: string; readonly name: string; readonly key: boolean }[]>;
};

export interface KeyAccountsView {
  readonly now: Instant;
  readonly today: Day;
  /** False where no queue knows key accounts. */
  readonly on: boolean;
  readonly accounts: readonly KeyAccountRow[];
  /**
   * Requests about the list that wait for a decision, month-end tasks that wait for a confirmation, and weekly meetings of
   * which something is open.
   */
  readonly waiting: readonly {
    readonly key: string;
    readonly kind: 'listing' | 'month-end' | 'meeting';
    readonly account: string | null;
    readonly dueAt: Instant | null;
  }[];
  /** The oldest first; the last is running. */
  readonly weeks: readonly WeekView[];
  readonly trends: readonly Trend[];
  /** Months that can be shown, the newest first. */
  readonly months: readonly string[];
  /** May the viewer ask for a change of the list? */
  readonly mayAsk: boolean;
  /** Organization names as they would read with the mark; what the page says before anybody renames them. */
  readonly names: readonly {
    readonly cid: string;
    readonly now: string;
    readonly marked: string;
  }[];
}

export interface KeyAccountRow {
  readonly cid: string;
  readonly name: string;
  readonly marked: string;
  /** Null for always. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Such as `planned` for one that becomes a key account on a later day. */
  readonly standing: 'key' | 'planned' | 'ended';
  readonly accountManager: PersonView;
  readonly rhythm: string;
  /** Open tickets the viewer may see, the newest first. */
  readonly open: readonly string[];
  readonly overdue: readonly string[];
  readonly escalated: readonly string[];
  readonly releases: readonly string[];
  readonly pulse: {
    readonly level: 'calm' | 'watch' | 'alarm';
    readonly reasons: readonly {
      readonly weight: 'alarm' | 'watch';
      readonly text: string;
      readonly keys: readonly string[];
    }[];
  };
  readonly notes: readonly NoteView[];
}

export type WeekView = WeekSummary;

export interface MonthView {
  readonly month: string;
  /** True while the month is not over. */
  readonly running: boolean;
  /** The list as it stood on the month's last day, or today while it runs. */
  readonly list: readonly {
    readonly cid: string;
    readonly name: string;
    readonly from: Day | null;
    readonly until: Day | null;
    readonly change: 'added' | 'removed' | null;
    readonly key: string | null;
  }[];
  readonly escalations: Count;
  readonly issues: Readonly<Record<Aspect, Count>>;
  readonly answeredInTime: Count;
  readonly answeredLate: Count;
  readonly signedOff: Count;
  readonly retrospective: Count;
  readonly finished: Count;
  readonly cyclesPassed: Count;
  readonly cyclesFailed: Count;
  readonly releases: readonly ReleaseStanding[];
  readonly confirmed: {
    readonly by: PersonView | null;
    readonly on: Day;
    readonly key: string;
  } | null;
  /** The same numbers of the months before, the oldest first, this month last. */
  readonly before: readonly {
    readonly month: string;
    readonly escalations: number;
    readonly issues: Readonly<Record<Aspect, number>>;
    readonly signedOff: number;
    readonly retrospective: number;
    readonly cyclesFailed: number;
  }[];
}

/** What a month tells beside its numbers (KA-06, KA-07). */
export interface MonthTold {
  readonly quality: readonly EscalationView[];
  readonly meetings: readonly MeetingOfMonthView[];
  readonly changes: readonly ChangeOfMonthView[];
  readonly actions: readonly ActionOfMonthView[];
  /** Escalations, changes and actions in tickets that the viewer may not see: counted, and not told. */
  readonly unseen: number;
}

/** A quality issue of the month: what, where, who, and how it ended. */
export interface EscalationView extends Omit<EscalationOfMonth, 'by' | 'answered' | 'resolved'> {
  /** Null where a rule found it. */
  readonly by: PersonView | null;
  readonly answered: { readonly by: PersonView | null; readonly inTime: boolean } | null;
  readonly resolved: {
    readonly by: PersonView | null;
    readonly on: Day;
    readonly how: string | null;
  } | null;
}

export interface MeetingOfMonthView extends Omit<MeetingOfMonth, 'attended'> {
  readonly attended: readonly PersonView[];
}

export interface ChangeOfMonthView extends Omit<ChangeOfMonth, 'by'> {
  readonly by: PersonView | null;
}

export interface ActionOfMonthView extends Omit<ActionOfMonth, 'owner'> {
  readonly owner: PersonView;
}
