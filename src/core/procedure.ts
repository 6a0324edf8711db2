import type { Because } from './because';
import type { Case } from './case';
import type { Paragraph } from './command';
import type { AccountId, Cid, FieldId, IssueId, StatusId } from './ids';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { Named } from './named';
import type { ProcedureId } from './part';
import type { Policy, QueuePolicy } from './policy';
import type { Projection } from './projection';
import type { RadarRule } from './radar-rule';
import type { Situation } from './situation';
import type { Change, Comment, Ticket } from './ticket';
import type { Saying } from './wait-event';
import type { Wait } from './wait';
import type { OwnWords, WaitEvent } from './wait-event';

/** One written procedure (an SOP), as the engine runs it on a ticket. */
export interface Procedure {
  readonly id: ProcedureId;
  /** Somebody commented; comments of the app itself never come here. */
  readonly onComment?: (c: Case, comment: Comment) => void;
  /** A comment that was looked at before was edited since: what it adds counts from the edit. */
  readonly onEdited?: (c: Case, comment: Comment) => void;
  /** A status or a manager field changed; who changed it says whether it was the app. */
  readonly onChange?: (c: Case, change: Change) => void;
  /**
   * Something happened in a ticket that this procedure raised from here, and that it still wants heard (`needs.raised`).
   * What the app raised it listens to: nobody has to carry the news back by hand.
   */
  readonly onRaised?: (c: Case, happening: InRaised) => void;
  /**
   * Everything that somebody owes here now, derived from what the procedure knows; the engine keeps the clocks (X10).
   * Null where it cannot tell, such as in a queue whose settings were removed: then its clocks stand still.
   */
  readonly waits?: (c: Case) => readonly Wait[] | null;
  /** Something becomes of one of its waits: what else follows from it, and how the SOP notes it. */
  readonly onWait?: (c: Case, event: WaitEvent) => OwnWords | null;
  /**
   * The words of the SOP for what people are told of its waits, from how it stands in the ledger when they are posted; nothing is
   * said where they are empty. Null where the engine speaks.
   */
  readonly sayWait?: (
    situation: Situation,
    ledger: Ledger,
    saying: Saying,
  ) => readonly Paragraph[] | null;
  /** What time has brought, after everything that happened. */
  readonly onTime: (c: Case) => void;
  /** When the ticket has to be looked at next, whether or not anything happens: null when only events matter. */
  readonly wakeAt: (ledger: Ledger) => Instant | null;
  /** How a ticket must stand; what stands otherwise is shown to people. */
  readonly radar?: readonly RadarRule[];
  /** What it adds to what everybody may search for; the procedures before it have added theirs. */
  readonly property?: (
    projection: Projection | null,
    ledger: Ledger,
    situation: Situation,
  ) => Projection | null;
  /**
   * What of the property a rule in the workflow looks at: it is written before the ticket moves, and with which clause.
   */
  readonly guardsMoves?: { readonly key: string; readonly clause: string };
  /** What has to be read beside the ticket before it can decide. */
  readonly needs?: (ledger: Ledger) => Needs;
  /** Lists in which the ticket is found because of it. */
  readonly rows?: (ledger: Ledger) => readonly ListRow[];

  /**
   * Why its work on the ticket is done; `not-yet` while there is some to do, null where it never had any. When all are done
   * and nothing is owed, the ticket ends (X14).
   */
  readonly finished?: (c: Case) => Because | 'not-yet' | null;

  // Where procedures meet on one ticket. The fourth point is `Case.raise`: of priorities, the highest wins.
  /** Why a customer may not see a piece of work yet, such as `uat`; null when nothing of this procedure is against it. */
  readonly mayShowCustomer?: (c: Case, work: string) => Because | null;
  /** Why the ticket may not go into that status now; it goes there once nothing is against it any more. */
  readonly vetoStatus?: (c: Case, to: Named<StatusId>) => Because | null;
  /** True while the status shows this procedure, so that the wishes of those after it wait (X5). */
  readonly ownsStatus?: (ledger: Ledger) => boolean;
}

/** What happened in a ticket that was raised from another: a comment of somebody else than the app, or a change. */
export interface InRaised {
  /** The raised ticket as it is now. */
  readonly ticket: Ticket;
  readonly at: Instant;
  readonly comment: Comment | null;
  readonly change: Change | null;
}

/** What tells whether an event concerns a procedure, without its rules. */
export interface Ears {
  /** True while something of it is going on here, so that everything that happens on the ticket matters. */
  readonly isOpen?: (ledger: Ledger) => boolean;
  /** Which events are worth a look in a queue although nothing is open on the ticket. */
  readonly listens?: (queue: QueuePolicy, policy: Policy) => Listening;
  /** True when it is what is known of the ticket that makes an event worth a look. */
  readonly hears?: (event: Heard) => boolean;
}

/** Events of a queue: plain data, as it is written with the settings and read in place of them. */
export interface Listening {
  readonly created?: boolean;
  /** A comment that tags somebody. */
  readonly mentions?: boolean;
  /** Ids of fields that change. */
  readonly fields?: readonly FieldId[];
}

/** An event on a ticket that is known, as far as the event is believed. */
export interface Heard {
  readonly kind: 'created' | 'updated' | 'commented';
  /** Ids of the fields that changed. */
  readonly fields: readonly string[];
  readonly ledger: Ledger;
}

/** What a procedure wants read beside the ticket. */
export interface Needs {
  /** The account that the ticket stays with, whatever becomes of its organizations. */
  readonly account?: Cid | null;
  /** Customers that it follows beside the ticket's own. */
  readonly customers?: readonly Cid[];
  readonly people?: readonly AccountId[];
  /** True while it matters whether a public comment is the customer's or the team's (X12). */
  readonly speakers?: boolean;
  /** Tickets that were raised from here and whose happenings it waits for (`onRaised`). */
  readonly raised?: readonly IssueId[];
  /** The ticket's whole history, for counting hours. */
  readonly wholeHistory?: boolean;
}

/** A line by which storage finds the ticket: in a list, by whom it is about, in order. */
export interface ListRow {
  /** Such as {@link teamList}. */
  readonly list: string;
  readonly who: string;
  /** Where somebody may have several lines of one ticket in the list: which. */
  readonly item?: string;
  /** What the list is sorted by, such as a due time. */
  readonly order: string;
  readonly doc: unknown;
}

/** The list of what counts to whose team. */
export const teamList = 'team';

/** The list of what is open in which queue, by the id of its project: named before the queue is removed. */
export const queueList = 'queue';

/** What a line of {@link queueList} says. */
export interface InQueue {
  readonly issueId: IssueId;
  readonly key: string;
}

/** What a line of {@link teamList} says. */
export interface HeldTicket {
  readonly issueId: IssueId;
  readonly cid: Cid;
  readonly dueAt: Instant;
}
