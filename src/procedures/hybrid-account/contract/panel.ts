import type { Department, TaskOwner, TaskTemplate } from '../settings/policy';
import type { Happened, UpdateClass } from '../knowledge';
import type { Choice } from '../onboarding';
import type { Reply } from '../../../contract/problem';
import type { ActCalls } from '../../../contract/acts';
import type { Edition, HistoryEntry, TicketLook } from '../../../contract/ticket';
import type { hybridAccountActs } from '../pages/acts';
import type { Instant, PersonView } from '../../../contract/why';

export type { Choice, Department, Happened, TaskOwner, UpdateClass };

/** Reads of the panel of hybrid accounts. The ticket is the one the panel stands in; no payload names it. */
export type HybridReads = {
  'hybrid.get': (input: Record<string, never>) => Reply<HybridView>;
  /** The sync meeting as a calendar file. */
  'meeting.file': (
    input: Record<string, never>,
  ) => Reply<{ readonly name: string; readonly content: string }>;
};

/** What the panel of hybrid accounts may call: its reads, and every act of the procedure. */
export type HybridApi = HybridReads &
  TicketLook &
  ActCalls<'hybrid-account', typeof hybridAccountActs, HybridView>;

export interface HybridView extends Edition {
  readonly now: Instant;
  /** False where the settings say nothing of hybrid accounts. */
  readonly on: boolean;
  /** The side the viewer stands on; null for neither. */
  readonly side: Department | null;
  /** The ticket's account, and whether two departments share it. */
  readonly account: {
    readonly cid: string;
    readonly name: string;
    readonly hybrid: boolean;
    readonly unknownProducts: readonly string[];
  } | null;
  readonly onboarding: OnboardingView | null;
  readonly knowledge: KnowledgeView | null;
  /** How many updates are not acknowledged by somebody of each department who has to. */
  readonly gaps: Readonly<Record<Department, number>>;
  /** How many of them the viewer has to acknowledge (HY-18). */
  readonly mine: number;
  readonly guide: readonly SymptomView[];
  /** HY-15: where the CS side asks as well. */
  readonly supportChannel: string | null;
  readonly mayRaise: boolean;
  readonly raised: readonly {
    readonly key: string;
    readonly summary: string;
    readonly at: Instant;
  }[];
  /** HY-15: tickets for the integrations team, the latest first. */
  readonly integrations: readonly {
    readonly id: number;
    /** Null until Jira has it. */
    readonly key: string | null;
    readonly summary: string;
    readonly by: PersonView;
    readonly at: Instant;
    readonly resolved: { readonly by: PersonView | null; readonly at: Instant } | null;
    readonly mayResolve: boolean;
  }[];
  /** Hybrid accounts, to announce a maintenance to. */
  readonly hybridAccounts: readonly { readonly cid: string; readonly name: string }[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly pending: { readonly since: Instant; readonly reason: string } | null;
}

export interface OnboardingView {
  readonly cid: string;
  readonly account: string;
  readonly opportunity: string;
  readonly type: 'net-new' | 'became-hybrid';
  readonly tasks: readonly TaskView[];
  readonly notifiedAt: Instant | null;
  readonly acknowledgeBy: Instant | null;
  readonly acknowledged: { readonly by: PersonView; readonly at: Instant } | null;
  readonly mayAcknowledge: boolean;
  readonly object: {
    readonly url: string;
    readonly at: Instant;
    readonly updatedAt?: Instant;
  } | null;
  readonly channel: string | null;
  readonly joinedAt: Instant | null;
  readonly meeting: {
    readonly minutes: number;
    readonly agenda: string;
    readonly at: Instant | null;
  };
  readonly aboard: boolean;
  /** HY-22: what both departments have to decide. */
  readonly crossroads: readonly CrossroadsView[];
  /** HY-22: why it was ended before it was done. */
  readonly ended: { readonly at: Instant; readonly why: string } | null;
}

export interface CrossroadsView {
  readonly id: string;
  readonly question: string;
  readonly at: Instant;
  readonly choices: readonly Choice[];
  readonly votes: readonly {
    readonly side: Department;
    readonly choice: Choice;
    readonly by: PersonView;
  }[];
  readonly mayDecide: boolean;
}

export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly owner: TaskOwner;
  readonly kind: TaskTemplate['kind'];
  readonly clause: string;
  readonly state: 'done' | 'open' | 'later';
  readonly done: readonly {
    readonly by: PersonView;
    readonly at: Instant;
    readonly note: string | null;
    readonly on?: Instant;
  }[];
  /** What it still needs before it can be marked as done: a link, or the time at which it took place. */
  readonly needs: 'url' | 'at' | null;
  /** Not before that: the meeting is still to come. */
  readonly notBefore: Instant | null;
  /** What is posted to the other department, ready to copy, and where. */
  readonly message: string | null;
  readonly channel: string | null;
  readonly mayTick: boolean;
}

export interface KnowledgeView {
  readonly class: UpdateClass;
  readonly accounts: readonly { readonly cid: string; readonly name: string }[];
  readonly forAdmins: string | null;
  /** Newest first; `news` where the viewer has to acknowledge it. */
  readonly updates: readonly {
    readonly id: number;
    /** Null where it is of neither department. */
    readonly from: Department | null;
    readonly by: PersonView | null;
    readonly at: Instant;
    readonly text: string;
    /** HY-21: it happened in the ticket; how often. */
    readonly happened: Happened | null;
    readonly times: number;
    readonly seen: boolean;
    readonly news: boolean;
    /** Who still has to acknowledge it. */
    readonly waitsFor: readonly PersonView[];
  }[];
  /** Acknowledged updates and answered questions that are no longer kept here; the ticket's comments have them. */
  readonly older: { readonly updates: number; readonly questions: number };
  readonly questions: readonly QuestionView[];
}

export interface QuestionView {
  readonly id: number;
  readonly from: Department;
  readonly by: PersonView;
  readonly at: Instant;
  readonly text: string;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly mayAnswer: boolean;
  readonly answered: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly text: string;
  } | null;
}

/** HY-13, HY-14: a symptom, what to check, and the ticket it becomes. */
export interface SymptomView {
  readonly id: string;
  readonly title: string;
  readonly causes: readonly string[];
  /** HY-14: those somebody has checked. */
  readonly checked: readonly {
    readonly cause: string;
    readonly by: PersonView;
    readonly at: Instant;
  }[];
  readonly summary: string;
  readonly description: string;
}
