// What the ledger keeps of a change request: what it says, what was decided on it, and what was done.
import type { AccountId, IssueId } from '../../core/ids';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Instant } from '../../core/instant';
import type { Content } from './content';
import type { Cost, Effort } from './money';
import type { Environment, GateKey, OwnStep, StatusGroup, StepKey, WorkKey } from './lifecycle';

/** CR-01: how it came in. */
export type Intake = 'customer-ticket' | 'csm' | 'sales-rep';

/** What shows that a customer has decided (C6, C7). */
export type Evidence =
  | {
      readonly kind: 'attachment';
      readonly id: string;
      readonly name: string;
      readonly address: string;
      /** When it was attached; absent in one from before it was kept. */
      readonly at?: Instant;
      /** Who of the customer's decided, where that is somebody with an account. */
      readonly person?: AccountId | null;
    }
  | {
      readonly kind: 'mail';
      readonly messageId: string;
      readonly date: string;
      readonly address: string;
      readonly person?: AccountId | null;
    }
  /** A public comment of a customer on the ticket. */
  | {
      readonly kind: 'comment';
      readonly comment: number;
      readonly author: AccountId;
      readonly at: Instant;
    };

/** What a decision was about: the values themselves (long texts by their hash), so that a later change can be told in words. */
export interface Covered {
  readonly chargeable?: boolean;
  readonly implication?: string;
  readonly requirement?: string;
  readonly documentUrl?: string | null;
  readonly approach?: string;
  readonly effort?: readonly Effort[];
  readonly timeline?: Content['timeline'];
  readonly cost?: Cost | null;
  readonly interface?: Content['interface'];
  readonly build?: string | null;
}

/** One "yes" or "no". */
export interface Verdict {
  /** Which one it is on this change request: the number of the receipt. */
  readonly receipt: number;
  readonly yes: boolean;
  /** Who clicked. For a recorded one that is ours, and the evidence says who decided. */
  readonly by: AccountId;
  readonly at: Instant;
  readonly via: 'panel' | 'portal' | 'recorded';
  readonly evidence: Evidence | null;
  readonly reason: string | null;
  /** Of a "no": where the work goes on. */
  readonly backTo?: WorkKey;
  readonly covers: Covered;
  /** The version of the content it was given on. */
  readonly version: number;
  /** C11, as it was set then: a tolerance that is changed later changes nothing about what was agreed. */
  readonly tolerancePercent: number;
}

export interface Gate {
  /** When the CSM asked, and for what version; null while nobody did. */
  readonly asked: {
    readonly by: AccountId | null;
    readonly at: Instant;
    readonly version: number;
  } | null;
  /** Those that count towards the gate, each of another person. */
  readonly approvals: readonly Verdict[];
  /** The last "no", until it is asked again. */
  readonly declined: Verdict | null;
  /** C12. */
  readonly skipped: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** When it came to be asked for again, because what it is about was changed. */
  readonly againAt?: Instant;
  /** When the customer was followed up on it the last time (CR-15, CR-29). */
  readonly chasedAt?: Instant;
  /** Verdicts that do not count any more, the latest last. */
  readonly past: readonly Verdict[];
}

export const newGate: Gate = {
  asked: null,
  approvals: [],
  declined: null,
  skipped: null,
  past: [],
};

/** Something was finished. */
export interface Finished {
  readonly by: AccountId;
  readonly at: Instant;
  /** What was deployed, for a deployment. */
  readonly build?: string;
  readonly note?: string;
  /** CR-37: it was not the build that was tested, and who let it go, why. */
  readonly untested?: Pick<Untested, 'by' | 'reason'>;
}

/** A build that goes on without the test before, and why (CR-37). */
export interface Untested {
  readonly build: string;
  readonly by: AccountId;
  readonly at: Instant;
  readonly reason: string;
}

/** A word on how it goes, which the customer reads (CR-21). */
export interface Progress {
  readonly at: Instant;
  readonly by: AccountId;
  readonly text: string;
}

/** What of the settings it was agreed under (CR-38). */
export interface Agreed {
  /** V3. */
  readonly ownSteps: readonly OwnStep[];
  /** C8: how many people of the customer have to agree. */
  readonly clientApprovals: number;
  /** Steps of the SOP that it had passed the place of before they came into the SOP. */
  readonly without?: readonly WorkKey[];
}

export interface ChangeRequest {
  /** Absent in one from before it was kept: {@link agreedOf} says what holds then. */
  readonly agreed?: Agreed;
  readonly intake: Intake;
  readonly content: Content;
  readonly gates: Readonly<Partial<Record<GateKey, Gate>>>;
  readonly done: Readonly<Partial<Record<Exclude<StepKey, GateKey>, Finished>>>;
  /** Given out so far. */
  readonly receipts: number;
  readonly hold: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
    /** Until then it is looked at again; absent in one from before holds had a date. */
    readonly until?: LocalDate;
  } | null;
  readonly withdrawn: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** When it was resumed or taken up again, the last time: nothing was owed before. */
  readonly resumedAt?: Instant;
  /** CR-37: builds that the approver lets go on untested, by where they go. */
  readonly untested?: Readonly<Partial<Record<Environment, Untested>>>;
  /** The latest last. */
  readonly progress: readonly Progress[];
  /** C9: when those who build it said or moved something the last time. */
  readonly spokeAt?: Instant;
  /** CR-16: when the firm due date was given, or moved. */
  readonly datedAt?: Instant;
  /** Since when the present step has been the first that is open. */
  readonly stepSince: Instant;
  /** The present step when it was looked at last; null when all was done. */
  readonly at: StepKey | null;
  /** The group of statuses that Jira was last told to show. */
  readonly shown: StatusGroup | null;
  /** The ticket it came from, where it has an issue of its own. */
  readonly from: {
    readonly issueId: IssueId;
    readonly key: string;
    readonly linkType: string;
  } | null;
  /** Its own issue has the link back, and its watchers. */
  readonly linked: boolean;
  /** Whether the steps are those of a change request with an issue of its own (C5), as it was when it started. */
  readonly separate: boolean;
}

/** What remains on the ticket that a change request came from (C5). */
export interface ChangeMoved {
  readonly issueId: IssueId;
  readonly key: string;
  readonly at: Instant;
}

export const gateOf = (change: ChangeRequest, key: GateKey): Gate => change.gates[key] ?? newGate;

export const withGate = (
  change: ChangeRequest,
  key: GateKey,
  part: Partial<Gate>,
): ChangeRequest => ({
  ...change,
  gates: { ...change.gates, [key]: { ...gateOf(change, key), ...part } },
});

export const withoutDone = (change: ChangeRequest, keys: readonly StepKey[]): ChangeRequest => ({
  ...change,
  done: Object.fromEntries(
    Object.entries(change.done).filter(([key]) => !keys.includes(key as StepKey)),
  ),
});
