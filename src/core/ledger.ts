import type { Because } from './because';
import type { Clock } from './clock';
import type { Edits } from './edits';
import type { AccountId, Cid, IssueId, ProjectId, StatusId } from './ids';
import type { Instant } from './instant';
import type { Part, ProcedureId } from './part';
import type { Named } from './policy';
import type { Projection } from './projection';
import type { Standings } from './speaker';

/** What the app knows of one ticket: the truth of which Jira shows a shadow. */
export interface Ledger {
  readonly issueId: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  /** How far the ticket's own history has been considered: ids of the last comment and the last change. */
  readonly cursor: { readonly comment: number; readonly change: number };
  /** Comments that were edited, and when they were as they were looked at; absent in tickets from before it was kept. */
  readonly edits?: Edits;
  /** What each procedure knows of the ticket; read through its own door (`partOf`). */
  readonly parts: Readonly<Record<ProcedureId, Part>>;
  /** The account an agent chose (A12). */
  readonly chosen: Cid | null;
  /** A status the workflow would not let the ticket into; tried again when it does. */
  readonly blocked: {
    readonly to: Named<StatusId>;
    readonly from: string;
    readonly tryAgainAt: Instant;
  } | null;
  /** A status that a procedure vetoed: wanted again once nothing is against it any more. */
  readonly vetoed?: StatusWish;
  /** When the ticket was ended because all the work in it was done (X14); gone when there is work again. */
  readonly ended?: { readonly at: Instant } | undefined;
  /** Procedures that failed here: they wait, from where they stood, until they can be run again. */
  readonly stopped?: Readonly<Record<ProcedureId, Stopped>>;
  /** Procedures that wanted a look which brought nothing, and when the next is. */
  readonly inVain?: Readonly<Record<ProcedureId, Instant>> | undefined;
  /** What is owed here, and until when. Absent before the ticket was first looked at for it. */
  readonly clocks?: readonly Clock[];
  /** The version of the settings under which the clocks were kept last. */
  readonly clocksUnder?: number;
  /** When the engine has tagged whom within the last hour. */
  readonly told?: Readonly<Record<AccountId, Instant>>;
  /** Tickets that were raised from this one, the latest last. */
  readonly raised?: readonly {
    readonly issueId: IssueId;
    readonly key: string;
    readonly summary: string;
    readonly at: Instant;
    /** Which procedure raised it, and hears what happens there. */
    readonly procedure?: ProcedureId;
  }[];
  /** Authors of whom Jira said how they stand to this request (X12): asked once, remembered with the ticket. */
  readonly standings?: Standings;
  /** The ticket this one was raised from: what happens here is told there. */
  readonly from?: IssueId;
  /** How far the history of tickets that were raised from here has been heard. */
  readonly heard?: Readonly<Record<IssueId, Ledger['cursor']>>;
  /** Comments the app posted, in its own or a person's name: they never count as anybody's act. */
  readonly ourComments: readonly number[];
  /** What Jira was last told to show. */
  readonly projected: Projection | null;
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  /** How many journal entries there have been. */
  readonly entries: number;
}

/** The status a procedure wants the ticket in, whose act that is, and the clause. */
export interface StatusWish {
  readonly to: Named<StatusId>;
  readonly actor: AccountId | null;
  readonly clause: string;
}

/** A procedure that threw while it decided. */
export interface Stopped {
  readonly since: Instant;
  /** How far it had considered the ticket's history. */
  readonly cursor: Ledger['cursor'];
  readonly tryAgainAt: Instant;
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
  /** Whose it is: only who may see that procedure reads it (E11). Absent for the engine's own. */
  readonly procedure?: ProcedureId;
}

/** Comments of the app that are remembered; older ones lie behind the cursor anyway. */
const ourCommentsKept = 50;
/** A workflow is mended by people: an hour is soon enough to look again. */
export const blockedRetryMs = 60 * 60_000;

/** The ledger of a ticket the app has not met. */
export const emptyLedger = (issueId: IssueId, key: string, projectId: ProjectId): Ledger => ({
  issueId,
  key,
  projectId,
  cursor: { comment: 0, change: 0 },
  parts: {},
  chosen: null,
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
