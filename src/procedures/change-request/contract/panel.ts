import type { Intake } from '../change-request';
import type { InterfaceHeading } from '../content';
import type { Environment, GateKey, StepKey, WorkKey } from '../lifecycle';
import type { Reply } from '../../../contract/problem';
import type { ActionView } from '../../../contract/action';
import type { ActCalls, InputOf } from '../../../contract/acts';
import type { Edition, HistoryEntry, TicketLook } from '../../../contract/ticket';
import type { changeRequestActs } from '../pages/acts';
import type { Instant, PersonView, WhyView } from '../../../contract/why';

export type { Environment, GateKey, Intake, InterfaceHeading, StepKey, WorkKey };

/** A day such as `2026-03-16`, in the queue's own time zone. */
export type Day = string;

/** Reads of the change-request panel. The ticket is the one the panel stands in; no payload names it. */
export type ChangeReads = {
  'change.get': (input: Record<string, never>) => Reply<ChangeView>;
  /** What saving would change, and which approvals would lapse; stores nothing. */
  'content.preview': (input: { edit: ContentForm }) => Reply<ContentPreview>;
  /** What can be named as evidence: files of the ticket, and public comments of customers. */
  'evidence.choices': (input: Record<string, never>) => Reply<EvidenceChoices>;
  /** The CR document, to be exported; money only for those who may see it. */
  'document.read': (input: Record<string, never>) => Reply<DocumentView>;
};

/** What the change-request panel may call: its reads, and every act of the procedure. */
export type ChangeRequestApi = ChangeReads &
  TicketLook &
  ActCalls<'change-request', ChangeActs, ChangeView>;

type ChangeActs = typeof changeRequestActs;

/** One part of the documents, as it is sent. */
export type ContentForm = InputOf<ChangeActs['save']>['edit'];

export type EvidenceForm = InputOf<ChangeActs['record']>['evidence'];

export interface EvidenceChoices {
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: Instant;
  }[];
  readonly comments: readonly {
    readonly id: number;
    readonly author: string;
    readonly at: Instant;
    readonly text: string;
  }[];
}

export interface ChangeView extends Edition {
  readonly now: Instant;
  readonly today: Day;
  /** `off`: the queue runs no change requests; `none`: this ticket is not one yet; `moved`: it goes on in {@link ChangeView.issue}. */
  readonly state: 'off' | 'none' | 'moved' | 'running' | 'on-hold' | 'withdrawn' | 'done';
  /** The ticket's request type says that it is one. */
  readonly expected: boolean;
  /** The integration team has said that it is none, and why; null where it has not. */
  readonly notOne: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** Whether an issue of its own is created on the way (C5). */
  readonly separate: boolean;
  /** Such as "Customer success manager, Sales representative"; empty when the viewer has no part in it. */
  readonly yourRoles: readonly string[];
  readonly summary: string;
  readonly account: { readonly cid: string; readonly name: string } | null;
  /** Customers it may be created for. */
  readonly customers: readonly PersonView[];
  /** The ticket it came from, or the issue it goes on in. */
  readonly issue: { readonly key: string; readonly is: 'intake' | 'change-request' } | null;
  readonly hold: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
    readonly until: Day | null;
  } | null;
  readonly withdrawn: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** How the settings differ from what it was agreed under, for whoever may take them over (CR-38); null where they do not. */
  readonly newTerms: { readonly version: number; readonly differences: readonly string[] } | null;
  /** The tracker, in order. */
  readonly steps: readonly StepView[];
  /** The place of the present step among {@link ChangeView.steps}, from 1; null when it is over. */
  readonly stage: number | null;
  /** What is next and who holds it; two side by side at the start, none when it is over. */
  readonly next: readonly NextView[];
  readonly actions: Readonly<Record<ChangeAction, ActionView>>;
  readonly content: ContentView | null;
  /** Null where there is none yet, and for those who may not see money. */
  readonly cost: CostView | null;
  /** It was costed before, so that it has rates of its own (CR-38). */
  readonly costed: boolean;
  /** True where there is a cost that the viewer may not see. */
  readonly costHidden: boolean;
  /** Roles of the account's rate card, to choose from; rates only for those who may see money. */
  readonly rateCard: {
    readonly currency: string;
    readonly roles: readonly { readonly role: string; readonly dayRate: string | null }[];
  } | null;
  /** What keeps the cost from being calculated: it names the account and where to set it. */
  readonly rateProblem: WhyView | null;
  readonly gates: readonly GateView[];
  readonly documents: readonly DocumentLink[];
  /** The latest first. */
  readonly progress: readonly {
    readonly at: Instant;
    readonly by: PersonView;
    readonly text: string;
  }[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly pending: { readonly since: Instant; readonly reason: string } | null;
}

/** Acts that are about one gate. */
export type GateAction = 'ask' | 'approve' | 'decline' | 'record' | 'follow-up' | 'skip';

/** What the viewer may do now: every act that is about no gate, and saving by the part that is saved. */
export type ChangeAction =
  Exclude<keyof ChangeActs, GateAction | 'save'> | `save-${ContentForm['part']}` | 'take-rates';

export interface StepView {
  readonly key: StepKey;
  readonly title: string;
  readonly clause: string;
  readonly kind: 'gate' | 'work';
  /** Such as `1a`; null for work. */
  readonly gateNumber: string | null;
  /** `again`: it was done, and has to be done again. */
  readonly state: 'done' | 'skipped' | 'now' | 'again' | 'later';
  /** The customer sees it as a stage. */
  readonly customerSees: boolean;
  readonly at: Instant | null;
  readonly by: PersonView | null;
  /** Such as "DevOps". */
  readonly owner: string;
  readonly environment: Environment | null;
  /** CR-37: the build that was tested and goes there next; null where any may, or none was. */
  readonly tested: string | null;
  /** Why it is skipped; null unless it is. */
  readonly why: string | null;
}

export interface NextView {
  readonly step: StepKey;
  readonly title: string;
  /** One sentence: what has to be done. */
  readonly text: string;
  /** Such as "Customer" or "QA". */
  readonly owner: string;
  /** Who that is; empty for a customer. */
  readonly holders: readonly PersonView[];
  readonly yours: boolean;
  readonly since: Instant;
  /** When whoever has it has to have done it; null where no time runs. */
  readonly dueAt: Instant | null;
  /** The "no" that the work came back from, until it is decided anew (C3). */
  readonly no: {
    readonly title: string;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string;
    readonly build: string | null;
  } | null;
  /** What the step before left: its build and its note. */
  readonly left: {
    readonly title: string;
    readonly by: PersonView | null;
    readonly build: string | null;
    readonly note: string | null;
  } | null;
}

export interface ContentView {
  readonly version: number;
  readonly intake: Intake;
  readonly chargeable: boolean;
  readonly implication: string;
  readonly customerRep: PersonView | null;
  readonly requirement: string;
  readonly documentUrl: string | null;
  readonly approach: string;
  readonly effort: readonly { readonly role: string; readonly days: number }[];
  readonly totalDays: number;
  /** Tentative (CR-08). */
  readonly timeline: { readonly from: Day | null; readonly until: Day | null };
  /** Firm (CR-16). */
  readonly dueDate: Day | null;
  readonly interface: {
    readonly url: string | null;
    readonly headings: readonly {
      readonly heading: InterfaceHeading;
      readonly title: string;
      readonly text: string;
    }[];
  } | null;
  /** What was deployed last. */
  readonly builds: readonly {
    readonly environment: Environment;
    readonly build: string;
    /** CR-37: why it went there untested; null where it was tested. */
    readonly untested: { readonly by: PersonView; readonly reason: string } | null;
  }[];
}

export interface CostView {
  /** The customer whose rates they are; null where that was not kept. */
  readonly ratesOf: string | null;
  readonly currency: string;
  /** Amounts are written out, such as `10,000.00 USD`. */
  readonly lines: readonly {
    readonly role: string;
    readonly days: number;
    readonly dayRate: string;
    readonly amount: string;
  }[];
  readonly total: string;
  /** How it was rounded, in a sentence. */
  readonly rounding: string;
}

export interface GateView {
  readonly gate: GateKey;
  readonly number: string;
  readonly title: string;
  readonly clause: string;
  readonly side: 'team' | 'customer';
  /** `closed`: not its turn yet; `to-ask`: the CSM has to ask; `open`: somebody has to decide. */
  readonly state: 'closed' | 'to-ask' | 'open' | 'approved' | 'declined' | 'lapsed' | 'skipped';
  readonly askedAt: Instant | null;
  /** How many approvals it takes, and how many there are. */
  readonly needed: number;
  readonly verdicts: readonly VerdictView[];
  /** What changed since it was approved, such as "effort 12 to 15 days"; also where the approval still holds. */
  readonly changes: readonly ChangedView[];
  /** Where the work may go on after a "no". */
  readonly backTo: readonly { readonly step: WorkKey; readonly title: string }[];
  readonly may: Readonly<Record<GateAction, ActionView>>;
}

export interface VerdictView {
  readonly receipt: number;
  readonly approved: boolean;
  readonly by: PersonView;
  readonly at: Instant;
  readonly via: 'panel' | 'portal' | 'recorded';
  readonly evidence: string | null;
  readonly reason: string | null;
  readonly version: number;
  /** False once what it was given on has changed. */
  readonly holds: boolean;
  /** SHA-256 over who, when and exactly what was approved. */
  readonly sha256: string;
}

/** One difference between what was approved and what stands there now. */
export interface ChangedView {
  readonly text: string;
  /** Whether it is why the approval lapses. */
  readonly reopens: boolean;
}

export interface ContentPreview {
  readonly changes: readonly string[];
  /** Approvals that would lapse, each with what changes about what was approved. */
  readonly reopens: readonly {
    readonly gate: GateKey;
    readonly number: string;
    readonly title: string;
    readonly changes: readonly ChangedView[];
  }[];
  /** Gates that are being decided now, and would have to be asked again (C2). */
  readonly withdraws: readonly { readonly gate: GateKey; readonly title: string }[];
  /** The cost after the change; null for those who may not see money, or while there is none. */
  readonly cost: CostView | null;
}

export interface DocumentLink {
  readonly title: string;
  /** Null where it is kept here; then `document.read` has it. */
  readonly url: string | null;
  readonly at: Instant | null;
}

/** A document as headings and paragraphs. */
export interface DocumentView {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly table: readonly (readonly string[])[] | null;
  }[];
}
