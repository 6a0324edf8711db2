import type { ListingReason } from '../designation';
import type { Aspect } from '../happening';
import type { ReleaseSection } from '../settings/policy';
import type { ChainRecord, Retrospective, WitnessStep } from '../release';
import type { Rhythm } from '../cycles';
import type { Reply } from '../../../contract/problem';
import type { ActCalls, InputOf } from '../../../contract/acts';
import type { Edition, HistoryEntry, TicketLook } from '../../../contract/ticket';
import type { keyAccountActs } from '../pages/acts';
import type { Instant, PersonView, WhyView } from '../../../contract/why';
import type { MeetingView } from './meeting';

export type {
  Aspect,
  ChainRecord,
  Retrospective,
  Rhythm,
  ListingReason,
  ReleaseSection,
  WitnessStep,
};

/** A day such as `2026-03-16`, in the queue's own time zone. */
export type Day = string;

/** What the key-account panel in a ticket may call. The ticket is the one the panel stands in; no payload names it. */
export type KeyAccountReads = {
  'key.get': (input: Record<string, never>) => Reply<KeyAccountView>;
};

/** What the panel of key accounts may call: its reads, and every act of the procedure. */
export type KeyAccountApi = KeyAccountReads &
  TicketLook &
  ActCalls<'key-account', typeof keyAccountActs, KeyAccountView>;

/** What is changed; what is left out stays. */
export type FactsForm = InputOf<(typeof keyAccountActs)['set-facts']>['facts'];

export interface KeyAccountView extends Edition {
  readonly now: Instant;
  readonly today: Day;
  readonly viewer: PersonView;
  readonly issueKey: string;
  /** False where this queue knows no key accounts. */
  readonly on: boolean;
  /** The key account whose ticket it is; null where it is none's. */
  readonly account: KeyAccountBadge | null;
  /** KA-15: of whom it would be, were it not older than the listing; null where it is none's, or a key account's anyway. */
  readonly older: { readonly name: string; readonly from: Day | null } | null;
  readonly whyNotPriority: WhyView | null;
  readonly notes: readonly NoteView[];
  /** What this ticket is for, by its request type: what the panel offers first. */
  readonly expects: 'listing' | 'release' | 'month-end' | null;
  readonly listing: ListingView | null;
  readonly release: ReleaseView | null;
  /** Newest first. */
  readonly escalations: readonly EscalationView[];
  /** Why nothing can be escalated now by this viewer; null when it can. */
  readonly whyNotEscalate: WhyView | null;
  readonly monthEnd: MonthEndView | null;
  readonly meeting: MeetingView | null;
  /** Accounts to choose from, where something is to be started. */
  readonly choices: readonly {
    readonly cid: string;
    readonly name: string;
    readonly key: boolean;
  }[];
  readonly team: boolean;
  readonly keeper: boolean;
  /** May the viewer say when the account runs production? */
  readonly mayRhythm: boolean;
  /** KA-08: a release of which nothing is documented. */
  readonly undocumented: boolean;
  /** Engineers and people of this ticket, to choose from. */
  readonly people: readonly PersonView[];
  readonly history: readonly HistoryEntry[];
  readonly pending: { readonly since: Instant; readonly reason: string } | null;
}

export interface KeyAccountBadge {
  readonly cid: string;
  readonly name: string;
  /** Such as `ELMS $$ - Elm Street Bank`. */
  readonly marked: string;
  readonly from: Day | null;
}

export interface NoteView {
  readonly id: string;
  readonly text: string;
  readonly until: Day | null;
  readonly by: PersonView;
  readonly at: Instant;
}

export interface ListingView {
  readonly cid: string;
  readonly name: string;
  readonly change: 'add' | 'remove';
  readonly reason: string;
  readonly note: string;
  readonly effective: Day | null;
  readonly asked: { readonly by: PersonView; readonly at: Instant };
  readonly decided: {
    readonly how: 'accepted' | 'declined' | 'by-notice';
    readonly by: PersonView;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
  readonly mayDecide: boolean;
  /** KA-05: the month's document; null where it was not asked for. */
  readonly document: {
    readonly updated: {
      readonly by: PersonView;
      readonly at: Instant;
      readonly note: string | null;
    } | null;
    readonly mayConfirm: boolean;
  } | null;
  /** When it runs production, in words; null while nobody has said. */
  readonly rhythm: string | null;
  /** It is on the list, so somebody has to say when it runs production. */
  readonly asksRhythm: boolean;
  readonly keepers: readonly PersonView[];
}

export interface EscalationView {
  readonly number: number;
  readonly aspect: Aspect;
  readonly what: string;
  readonly by: PersonView | null;
  readonly at: Instant;
  /** What was reported to it since. */
  readonly more?: readonly {
    readonly aspect: Aspect;
    readonly what: string;
    readonly by: PersonView | null;
    readonly at: Instant;
  }[];
  readonly with: PersonView | null;
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  readonly answered: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly inTime: boolean;
  } | null;
  readonly resolved: { readonly by: PersonView; readonly at: Instant; readonly how: string } | null;
  /** The ticket that records it. */
  readonly record: string | null;
  readonly mayAnswer: boolean;
}

export interface ReleaseView {
  readonly started: { readonly by: PersonView; readonly at: Instant };
  readonly facts: {
    readonly authors: readonly PersonView[];
    readonly commit: string | null;
    readonly build: string | null;
    readonly environment: string | null;
    readonly deployer: PersonView | null;
    readonly deployedAt: Instant | null;
    readonly results: string | null;
  };
  readonly processing: boolean | null;
  readonly sections: readonly SectionView[];
  readonly reviews: readonly {
    readonly as: 'peer' | 'senior';
    readonly given: {
      readonly by: PersonView;
      readonly at: Instant;
      readonly commit: string;
      readonly retrospective: Retrospective | null;
    } | null;
    readonly whyNot: WhyView | null;
    /** What would make it retrospective if it were given now; null where it is in time. */
    readonly late: string | null;
  }[];
  readonly clientReview: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly retrospective: Retrospective | null;
  } | null;
  readonly clientLate: string | null;
  /** Who witnesses all three; null while nobody has begun, or where each step has its own. */
  readonly witnessIs: PersonView | null;
  readonly whyNotHandOver: WhyView | null;
  /** True once ending the monitoring needs another senior engineer's word. */
  readonly monitored: boolean;
  readonly leaving: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
    readonly whyNot: WhyView | null;
  } | null;
  readonly witness: readonly AttestationView[];
  readonly signedOff: boolean;
  /** Every record of the chain as it is kept, for the export; and what is wrong with it, or null. */
  readonly chain: readonly ChainRecord[];
  readonly chainBroken: string | null;
  /** Names of those between whom the witness was handed over, by account id. */
  readonly names: Readonly<Record<string, string>>;
  readonly cycles: CyclesView;
  /** What keeps it from being finished. */
  readonly blocks: readonly WhyView[];
  readonly finished: { readonly by: PersonView; readonly at: Instant } | null;
}

export interface SectionView {
  readonly section: ReleaseSection;
  readonly title: string;
  readonly items: readonly ItemView[];
}

export interface ItemView {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
  readonly evidence: boolean;
  readonly done: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly evidence: string | null;
  } | null;
}

export interface AttestationView {
  readonly step: WitnessStep;
  readonly title: string;
  readonly given: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly rank: string;
    readonly hash: string;
    readonly retrospective: Retrospective | null;
  } | null;
  /** When it was given and holds no longer. */
  readonly void: { readonly at: Instant; readonly why: string } | null;
  readonly whyNot: WhyView | null;
  /** What would make it retrospective if it were given now; null where it is in time. */
  readonly late: string | null;
}

export interface CyclesView {
  readonly needed: number;
  readonly counted: number;
  readonly rhythm: string;
  readonly rhythmKnown: boolean;
  readonly next: Day | null;
  /** Days that were due and are not recorded. */
  readonly owed: readonly Day[];
  /** What a failed one is about, or that it is asked. */
  readonly failedIs: 'ask' | Aspect;
  readonly recorded: readonly {
    readonly date: Day;
    readonly passed: boolean;
    readonly note: string;
    readonly by: PersonView;
    /** False once a failure has restarted the count. */ readonly counts: boolean;
  }[];
}

export interface MonthEndView {
  readonly month: string;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly confirmed: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
  readonly mayConfirm: boolean;
}
