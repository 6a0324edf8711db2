import type { Department, TaskOwner, TaskTemplate } from '../settings/policy';
import type { UpdateClass } from '../knowledge';
import type { Reply } from '../../../contract/problem';
import type { Expecting, HistoryEntry } from '../../account-manager/contract/panel';
import type { Instant, PersonView } from '../../../contract/why';

export type { Department, TaskOwner, UpdateClass };

/** What the panel of hybrid accounts may call. The ticket is the one the panel stands in; no payload names it. */
export type HybridApi = {
  'hybrid.get': (input: Record<string, never>) => Reply<HybridView>;
  /** Opens the onboarding of the account; the same opportunity twice leads to the same ticket. */
  'onboarding.open': (input: {
    cid: string;
    opportunity: string;
    type: 'net-new' | 'became-hybrid';
  }) => Reply<{ readonly key: string; readonly fresh: boolean }>;
  'task.done': (input: { task: string; note?: string } & Expecting) => Reply<HybridView>;
  'onboarding.acknowledge': (input: Expecting) => Reply<HybridView>;
  'onboarding.link': (
    input: { what: 'object' | 'channel'; url: string } & Expecting,
  ) => Reply<HybridView>;
  'meeting.set': (input: { at: Instant } & Expecting) => Reply<HybridView>;
  /** The sync meeting as a calendar file. */
  'meeting.file': (
    input: Record<string, never>,
  ) => Reply<{ readonly name: string; readonly content: string }>;
  'update.share': (
    input: { class: 'bug' | 'integration' | 'maintenance'; text: string } & Expecting,
  ) => Reply<HybridView>;
  'maintenance.announce': (
    input: { accounts: readonly string[]; text: string; forAdmins: string } & Expecting,
  ) => Reply<HybridView>;
  'updates.seen': (input: { upTo: number } & Expecting) => Reply<HybridView>;
  'question.ask': (input: { text: string } & Expecting) => Reply<HybridView>;
  'question.answer': (input: { question: number; text: string } & Expecting) => Reply<HybridView>;
  'integration.raise': (
    input: { symptom: string; summary: string; description: string } & Expecting,
  ) => Reply<HybridView>;
};

export interface HybridView {
  readonly revision: number;
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
  /** How many updates each department has not acknowledged. */
  readonly gaps: Readonly<Record<Department, number>>;
  readonly guide: readonly SymptomView[];
  /** HY-15: where the CS side asks as well. */
  readonly supportChannel: string | null;
  readonly mayRaise: boolean;
  readonly raised: readonly {
    readonly key: string;
    readonly summary: string;
    readonly at: Instant;
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
  readonly object: { readonly url: string; readonly at: Instant } | null;
  readonly channel: string | null;
  readonly joinedAt: Instant | null;
  readonly meeting: {
    readonly minutes: number;
    readonly agenda: string;
    readonly at: Instant | null;
  };
  readonly aboard: boolean;
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
  }[];
  /** What is posted to the other department, ready to copy, and where. */
  readonly message: string | null;
  readonly channel: string | null;
  readonly mayTick: boolean;
}

export interface KnowledgeView {
  readonly class: UpdateClass;
  readonly accounts: readonly { readonly cid: string; readonly name: string }[];
  readonly forAdmins: string | null;
  /** Newest first; `news` for the viewer's side. */
  readonly updates: readonly {
    readonly id: number;
    readonly from: Department;
    readonly by: PersonView;
    readonly at: Instant;
    readonly text: string;
    readonly seen: boolean;
    readonly news: boolean;
  }[];
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
  readonly summary: string;
  readonly description: string;
}
