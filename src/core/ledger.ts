import type { AccessRequest } from '../procedures/access-request/access-request';
import type { Ask, ClosedAsk } from './ask';
import type { Because } from './because';
import type { Knowledge } from '../procedures/hybrid-account/knowledge';
import type { Onboarding } from '../procedures/hybrid-account/onboarding';
import type { ChangeMoved, ChangeRequest } from '../procedures/change-request/change-request';
import type { AccountId, Cid, IssueId, ProjectId, StatusId } from './ids';
import type { KeyAccountPart } from '../procedures/key-account/key-part';
import type { Instant } from './instant';
import type { Named } from './policy';
import type { Projection } from './projection';

/** What the app knows of one ticket: the truth of which Jira shows a shadow. */
export interface Ledger {
  readonly issueId: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  /** How far the ticket's own history has been considered: ids of the last comment and the last change. */
  readonly cursor: { readonly comment: number; readonly change: number };
  /** How many asks there have been. */
  readonly asks: number;
  readonly ask: Ask | null;
  /** Newest last, the most recent {@link closedAsksKept}. */
  readonly closed: readonly ClosedAsk[];
  /** The account an agent chose (A12). */
  readonly chosen: Cid | null;
  /** A loop-in by hand that waits for the account to be known (A12). */
  readonly waiting: LoopIn | null;
  /** A status the workflow would not let the ticket into; tried again when it does. */
  readonly blocked: {
    readonly to: Named<StatusId>;
    readonly from: string;
    readonly tryAgainAt: Instant;
  } | null;
  /** An engineer's access request, where the ticket is one (EA-22). */
  readonly access?: AccessRequest;
  /** The onboarding of a hybrid account, where the ticket is one (HY-06). */
  readonly onboarding?: Onboarding;
  /** What one department knows of the ticket and the other has to see (HY-12). */
  readonly knowledge?: Knowledge;
  /** What key accounts make of the ticket (KA-12 and others); absent where nothing was ever made of it. */
  readonly keyAccount?: KeyAccountPart;
  /** The change request that the ticket is (CR-02). */
  readonly change?: ChangeRequest;
  /** Where the ticket's change request went on (C5). */
  readonly changeMoved?: ChangeMoved;
  /** Tickets that were raised from this one, the latest last. */
  readonly raised?: readonly {
    readonly issueId: IssueId;
    readonly key: string;
    readonly summary: string;
    readonly at: Instant;
  }[];
  /** Comments the app posted, in its own or a person's name: they never count as anybody's act. */
  readonly ourComments: readonly number[];
  /** What Jira was last told to show. */
  readonly projected: Projection | null;
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  /** How many journal entries there have been. */
  readonly entries: number;
}

/** An account manager looped in by hand: by a tag, or by setting the status. */
export interface LoopIn {
  readonly how: 'mention' | 'status';
  /** 0 asks the account manager, 1 management. */
  readonly rung: 0 | 1;
  readonly by: AccountId | null;
  readonly at: Instant;
  readonly note: string | null;
  readonly statusBefore: Named<StatusId>;
}

/** Something done, declined or tried in vain, and why. */
export interface JournalEntry {
  readonly id: number;
  readonly at: Instant;
  readonly kind: 'done' | 'declined' | 'failed';
  /** Whose act it was; null for the app's own. */
  readonly by: AccountId | null;
  readonly text: string;
  readonly because: Because | null;
  readonly policyVersion: number;
}

/** Comments of the app that are remembered; older ones lie behind the cursor anyway. */
const ourCommentsKept = 50;
export const closedAsksKept = 20;
/** A workflow is mended by people: an hour is soon enough to look again. */
export const blockedRetryMs = 60 * 60_000;

/** The ledger of a ticket the app has not met. */
export const emptyLedger = (issueId: IssueId, key: string, projectId: ProjectId): Ledger => ({
  issueId,
  key,
  projectId,
  cursor: { comment: 0, change: 0 },
  asks: 0,
  ask: null,
  closed: [],
  chosen: null,
  waiting: null,
  blocked: null,
  ourComments: [],
  projected: null,
  journal: [],
  entries: 0,
});

/** The ledger with one more entry in its journal. */
export const withEntry = (ledger: Ledger, entry: Omit<JournalEntry, 'id'>): Ledger => ({
  ...ledger,
  entries: ledger.entries + 1,
  journal: [...ledger.journal, { id: ledger.entries + 1, ...entry }],
});

/** The ledger that knows one more comment as the app's own. */
export const withOurComment = (ledger: Ledger, comment: number): Ledger => ({
  ...ledger,
  ourComments: [...ledger.ourComments, comment].slice(-ourCommentsKept),
});
