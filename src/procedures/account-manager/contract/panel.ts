import type { ActionView } from '../../../contract/action';
import type { AccountBadge } from '../../../contract/badge';
import type { ActCalls } from '../../../contract/acts';
import type {
  Edition,
  Headline,
  HistoryEntry,
  ProcedureLine,
  TicketLook,
  TicketWait,
  WarningView,
} from '../../../contract/ticket';
import type { accountManagerActs } from '../pages/acts';
import type { Reply } from '../../../contract/problem';
import type { Instant, PersonView, WhyView } from '../../../contract/why';

/** Reads of the panel in a ticket. The ticket is the one the panel stands in; no payload names it. */
export type TicketReads = {
  'ticket.get': (input: Record<string, never>) => Reply<TicketView>;
  /** What the written SOP, as it is in force, says under a clause; nothing where it says nothing. */
  'rule.read': (input: { clause: string }) => Reply<readonly string[]>;
  /** What "Request response" or "Add as watcher" would do, without doing it. */
  'response.preview': (input: { entryId: string; priorityId?: string }) => Reply<ResponsePlan>;
};

/** What the panel's own page calls: its reads, and the acts about account managers. It answers every other act as well. */
export type TicketPanelApi = TicketReads &
  TicketLook &
  ActCalls<'account-manager', typeof accountManagerActs, TicketView>;

export interface TicketView extends Edition {
  /** The clock of the server when this was true; pages count from it. */
  readonly now: Instant;
  readonly viewer: PersonView;
  readonly issue: {
    readonly key: string;
    readonly summary: string;
    readonly status: string;
    readonly priority: string;
  };
  readonly account: AccountView;
  readonly headline: Headline;
  /** What is owed here beside the response, in order of due time. */
  readonly waits: readonly TicketWait[];
  /** A line for each procedure that is at work here. */
  readonly sections: readonly ProcedureLine[];
  /** The open ask, or null when nobody is asked. */
  readonly ask: AskView | null;
  /** A tag by hand that opened nothing: is it a request? Null where there is none. */
  readonly offer: OfferView | null;
  readonly actions: Readonly<Record<PanelAction, ActionView>>;
  /** What a response can be requested for: the entries that apply to this ticket first. */
  readonly entries: readonly EntryView[];
  readonly priorities: readonly { readonly id: string; readonly name: string }[];
  /** What happens if nobody acts, in order of time. */
  readonly next: readonly NextStep[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly warnings: readonly WarningView[];
  /** Who has had the ball for how long; the sum is the time the ticket has been open. Null where nobody was ever asked. */
  readonly held: {
    readonly openMs: number;
    readonly byHolder: readonly { readonly who: string; readonly ms: number }[];
  } | null;
  /** Rules that looked at the ticket just now and did nothing, and why. */
  readonly whyNot: readonly WhyView[];
  /** Present while something decided is not carried out yet. */
  readonly pending: { readonly since: Instant; readonly reason: string } | null;
}

export type PanelAction = keyof typeof accountManagerActs;

/** The customer account of the ticket, or the question which one it is. */
export type AccountView =
  | {
      readonly kind: 'known';
      readonly cid: string;
      readonly name: string;
      readonly accountManager: PersonView;
      /** Who stands in the Regional Manager field: the fallback where both managers are one person. */
      readonly regionalManager: PersonView | null;
      readonly regionalManagerWhy: WhyView;
      /** What procedures mark on it. */
      readonly badges: readonly AccountBadge[];
    }
  | {
      readonly kind: 'choose';
      readonly choices: readonly { readonly cid: string; readonly name: string }[];
      readonly why: WhyView;
    }
  | { readonly kind: 'unknown'; readonly organizations: readonly string[]; readonly why: WhyView };

/** A tag that no rule takes, or whose words leave it open (A11). */
export interface OfferView {
  readonly why: 'unclear' | 'no-entry' | 'other-manager' | 'late';
  readonly by: PersonView;
  readonly tagged: PersonView;
  readonly at: Instant;
  readonly note: string;
  /** Whom it would ask, and how long they would have, such as "4 business hours"; null where the account is not known. */
  readonly asks: PersonView | null;
  readonly respondWithin: string | null;
}

export interface AskView {
  readonly id: string;
  readonly entry: { readonly id: string; readonly name: string };
  /** Where the SOP's status stands: with the account manager, or with management. */
  readonly stage: 'account-manager' | 'management';
  readonly holder: PersonView;
  /** Spelled out, such as "Account manager" or "Delegate of Maya Ortiz". */
  readonly holderRole: string;
  readonly askedBy: PersonView | null;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  /** Business minutes left until due; negative when overdue. */
  readonly businessMinutesLeft: number;
  readonly calendar: { readonly name: string; readonly timeZone: string };
  readonly note: string | null;
  /** What others have asked beside it. */
  readonly also: readonly { readonly by: PersonView; readonly note: string }[];
  /** Whom the corrected organization, or the Account Manager field, means instead (A17). */
  readonly elsewhere: {
    readonly account: { readonly name: string; readonly accountManager: PersonView } | null;
    readonly field: PersonView | null;
  };
  readonly promisedBy: Instant | null;
  /** A comment that only promised to see to it; a date is offered instead (A19). */
  readonly promiseSaid: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly text: string;
    /** No promise: an earlier comment was edited, and may be the answer by now. */
    readonly edited?: true;
  } | null;
  /** True where the status was set without saying what is needed (AM-23). */
  readonly noteMissing: boolean;
  /** While the customer has replied and not been answered. */
  readonly customerReply: {
    readonly at: Instant;
    readonly putBackAt: Instant | null;
    readonly waitingSince: Instant;
  } | null;
}

export interface EntryView {
  readonly id: string;
  readonly name: string;
  readonly mode: 'tag' | 'watch';
  readonly applies: boolean;
  readonly suggestedPriorityId: string | null;
  readonly respondWithin: string;
  readonly dueAt: Instant | null;
}

/** What one click will do, with the values, before it is done. */
export interface ResponsePlan {
  readonly entryId: string;
  readonly mode: 'tag' | 'watch';
  readonly askedPerson: PersonView;
  readonly steps: readonly PlannedStep[];
  readonly dueAt: Instant | null;
  readonly next: readonly NextStep[];
  readonly warnings: readonly WarningView[];
}

export interface PlannedStep {
  readonly kind: 'comment' | 'field' | 'priority' | 'status' | 'watcher';
  /** Such as "Regional Manager". */
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
  /** False when it already stands so. */
  readonly changes: boolean;
  readonly why: WhyView;
}

export interface NextStep {
  readonly at: Instant;
  readonly kind: 'reminder' | 'escalation' | 'repeat' | 'put-back';
  readonly text: string;
  readonly why: WhyView;
}
