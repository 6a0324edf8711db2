import type { Hold } from './hold';
import type { AccountId, Cid, PriorityId, StatusId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Named, Rung, StatusRole } from '../../core/policy';

/** The statuses in which a ticket waits for an answer. */
export type WaitingStatus = Exclude<StatusRole, 'waiting-for-support'>;

/**
 * Somebody was asked for a response and has not given it: the central object (AM-28). The Jira status is only its
 * shadow, so the ask outlives any number of customer replies and manual transitions with an unbroken clock (AM-30).
 * Who has it and until when, the engine's clock says: {@link OpenAsk}.
 */
export interface Ask {
  readonly id: string;
  readonly entryId: string;
  readonly cid: Cid;
  readonly how: 'panel' | 'mention' | 'status';
  readonly askedBy: AccountId | null;
  readonly askedAt: Instant;
  readonly note: string | null;
  /** The account's managers, as long as it is open; somebody may have been put in their place (A17). */
  readonly accountManager: AccountId;
  readonly regionalManager: AccountId;
  /** Where the ticket stood before, for the reading of A5 that goes back there. */
  readonly statusBefore: Named<StatusId>;
  /** The strictest priority so far (A18). */
  readonly priority: PriorityId | null;
  /** The priority was raised: there is less time since then. */
  readonly hastened?: {
    readonly at: Instant;
    readonly by: AccountId | null;
    readonly priority: string;
  };
  /** The ladder it was opened under: settings that are published later change no open ask (X11). */
  readonly ladder: readonly Rung[];
  /** The step that it began on (AM-14); 0 is the account manager. */
  readonly from: number;
  /** Whom a comment has told of it by its tags, and when. */
  readonly told?: { readonly people: readonly AccountId[]; readonly at: Instant };
  /** Who has held it since when, by role. */
  readonly holds: readonly Hold[];
  /** Nobody stands above whoever was silent first (A10). */
  readonly nobodyAbove?: true;
  /** A19: a comment that only promised to see to it; a date is offered instead. */
  readonly promiseSaid?: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly text: string;
    /** No promise: an earlier comment was edited, and only people can say whether that is the answer. */
    readonly edited?: true;
  } | null;
  /** While the customer has replied and not been answered (AM-25, A9). */
  readonly customerReply: CustomerReply | null;
  /** Who was put in the place of the account's manager by hand (A17); it counts until the account has another one. */
  readonly instead?: Instead;
  /** It is somebody else's by now: since when, whose it was and who had it, and why, as a sentence without its end (AM-06, A17). */
  readonly moved?: {
    readonly at: Instant;
    readonly from: AccountId;
    readonly held: AccountId;
    readonly clause: 'AM-06' | 'A17';
    readonly why: string;
  };
  /** Another account, by its CID, or person is meant by now, since it was seen. */
  readonly meant?: { readonly to: string; readonly since: Instant } | undefined;
  /** Another account or person that somebody has decided not to move it to. */
  readonly notTo?: string;
  /** What others have asked beside it: whoever answers, answers them too. */
  readonly also?: readonly Question[];
  /** The public comment after which it was put back from where a rule of Jira had moved it. */
  readonly backAfter?: number;
  /** It is taken up again after its ticket had ended: who was asked until then, and the business minutes that were left. */
  readonly resumed?: { readonly asked: readonly AccountId[]; readonly minutes: number };
}

/** An ask as it stands: with who has it, on which step of the ladder, and until when. */
export interface OpenAsk extends Ask {
  readonly rung: number;
  /** Who is asked now. */
  readonly holder: AccountId;
  /** Whose place the holder takes, when it is a stand-in (A14). */
  readonly standsInFor: AccountId | null;
  /** Since when the holder has it. */
  readonly since: Instant;
  readonly dueAt: Instant;
  /** Everybody asked so far, in order. */
  readonly asked: readonly AccountId[];
  /** Those of them who were asked as management (A4). */
  readonly management: readonly AccountId[];
  /** Who did not answer in time, and until when they had it: they may still answer (A4). */
  readonly missed: readonly Missed[];
  readonly promises: number;
  readonly promisedBy: Instant | null;
  /** The ladder has ended: nobody is above, and reminders repeat (A15). */
  readonly exhausted: boolean;
  /** The due time has passed and, by the reading of A7, the app does not escalate by itself. */
  readonly heldAtDue: 'prompt' | 'shadow' | null;
}

export interface Missed {
  readonly person: AccountId;
  readonly dueAt: Instant;
  readonly rung: number;
}

export interface Instead {
  readonly of: AccountId;
  readonly by: AccountId;
}

/** A question that joined an open ask. */
export interface Question {
  readonly by: AccountId;
  readonly at: Instant;
  readonly note: string;
}

export interface CustomerReply {
  readonly at: Instant;
  /** When the ticket is put back although nobody answered; null once it was, or where nobody puts it back by the clock. */
  readonly putBackAt: Instant | null;
  /** Support has it: the ticket is left where it is (AM-29). */
  readonly stays: boolean;
  /** Support has answered the customer, and somebody still has to put the ticket back by hand (A9). */
  readonly answered: boolean;
}

/** An ask that is over. */
export interface ClosedAsk {
  readonly id: string;
  readonly entryId: string;
  readonly accountManager: AccountId;
  readonly askedAt: Instant;
  readonly closedAt: Instant;
  readonly how: 'answered' | 'withdrawn';
  readonly by: AccountId | null;
  readonly rung: number;
  readonly holds: readonly Hold[];
}

/** The status that is the ask's shadow (AM-13, AM-14). */
export const statusOf = (ask: OpenAsk): WaitingStatus =>
  ask.rung === 0 ? 'waiting-for-account-manager' : 'waiting-for-management';
