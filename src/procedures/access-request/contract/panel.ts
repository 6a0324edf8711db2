import type { RowStep } from '../said';
import type { RowState } from '../access-request';
import type { SheetColumn } from '../settings/policy';
import type { AccessMethod } from '../customer-access';
import type { Verdict } from '../lead-time';
import type { PersonalField } from '../personal';
import type { RowHolder } from '../row-state';
import type { AccessSide } from '../may';
import type { Reply } from '../../../contract/problem';
import type { ActCalls } from '../../../contract/acts';
import type { Edition, HistoryEntry, TicketLook } from '../../../contract/ticket';
import type { accessRequestActs } from '../pages/acts';
import type { Instant, PersonView, WhyView } from '../../../contract/why';

export type {
  AccessMethod,
  AccessSide,
  PersonalField,
  RowHolder,
  RowState,
  RowStep,
  SheetColumn,
  Verdict,
};

/** A day such as `2026-03-16`, in the queue's own time zone. */
export type Day = string;

/** Reads of the follow-ups panel. The ticket is the one the panel stands in; no payload names it. */
export type FollowUpsReads = {
  'follow-ups.get': (input: Record<string, never>) => Reply<FollowUpsView>;
  /** What would leave to whom; nothing is stored and nothing is sent. */
  'letters.compose': (input: { customers: readonly string[] }) => Reply<LettersView>;
  /** The follow-up document in the template's columns (EA-12); only rows the viewer may see. */
  'sheet.read': (input: Record<string, never>) => Reply<SheetView>;
  /** What an edited sheet would change; the first row is its headings. */
  'sheet.preview': (input: { cells: readonly (readonly string[])[] }) => Reply<SheetPreview>;
};

/** What the follow-ups panel may call: its reads, and every act of the procedure. */
export type FollowUpsApi = FollowUpsReads &
  TicketLook &
  ActCalls<'access-request', typeof accessRequestActs, FollowUpsView>;

/** Dates and profile of the engineer, as they are sent. */

export interface FollowUpsView extends Edition {
  readonly now: Instant;
  readonly today: Day;
  /** `off`: the queue runs no access requests; `none`: this ticket is not one yet. */
  readonly state: 'off' | 'none' | 'started';
  /** In what part the viewer looks; null when it does not concern them. */
  readonly side: AccessSide | null;
  /** Whether this ticket's request type says that it is one. */
  readonly expected: boolean;
  readonly request: RequestView | null;
  readonly rows: readonly RowView[];
  /** Rows the viewer may not see (E11). */
  readonly hidden: number;
  /** M12: the best order in which to send what is not sent. */
  readonly sendingOrder: readonly string[];
  /** Customers that can be added; for team leads only. */
  readonly choices: readonly CustomerChoice[];
  /** Who may be named as the engineer: the ticket's assignee and reporter, and whoever is named already. */
  readonly engineers: readonly PersonView[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly pending: { readonly since: Instant; readonly reason: string } | null;
}

export interface RequestView {
  /** By name for those who work with the engineer; null once the personal data is deleted, or for anybody else. */
  readonly engineerName: string | null;
  readonly engineer: PersonView | null;
  readonly teamLead: PersonView;
  /** The values, for the team lead and the engineer only. */
  readonly profile: Readonly<Record<PersonalField, string>> | null;
  readonly onFile: readonly PersonalField[];
  readonly employmentStart: Day;
  readonly workStart: Day | null;
  readonly itReady: { readonly by: PersonView; readonly at: Instant } | null;
  /** Why nothing may leave today; null when it may. */
  readonly gate: WhyView | null;
  readonly override: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  readonly mayOverride: boolean;
  readonly purgeAt: Instant | null;
  readonly certificate: CertificateView | null;
  /** When the engineer leaves; null while they stay. */
  readonly leaving: { readonly on: Day; readonly by: PersonView } | null;
}

/** What is left of the personal data: counts, and a hash that shows whether somebody changed them. */
export interface CertificateView {
  readonly at: Instant;
  readonly fields: number;
  readonly customers: number;
  readonly requestsSent: number;
  readonly ready: number;
  readonly notNeeded: number;
  readonly sha256: string;
}

export interface RowView {
  readonly cid: string;
  readonly customer: string;
  readonly method: AccessMethod;
  readonly state: RowState;
  readonly holder: RowHolder;
  /** Who that is, where it is one of ours. */
  readonly person: PersonView | null;
  readonly attempts: number;
  /** Key of the request raised in our service desk (E3). */
  readonly raised: string | null;
  readonly requestedAt: Instant | null;
  /** When it was last sent; null where it was sent once or never. */
  readonly lastSentAt: Instant | null;
  /** What was promised when it was sent, which stands; null before that, and for another engineer's test. */
  readonly expected: Day | null;
  /** When it is likely to be there, as things stand today; null once it is. */
  readonly forecast: Day | null;
  readonly overdue: boolean;
  readonly verdict: Verdict;
  /** How that is known, in words. */
  readonly basis: string;
  readonly critical: boolean;
  /** What comes next if nobody acts. */
  readonly next: { readonly text: string; readonly at: Instant | null } | null;
  readonly remarks: string | null;
  /** What the viewer may say about the row now. */
  readonly steps: readonly RowStep[];
  /** May the viewer hand it to the CSM now, with a reason (EA-16)? */
  readonly mayEscalate: boolean;
  /** Who handed it to the CSM, when and why, where a person did. */
  readonly byHand: {
    readonly by: PersonView;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** The engineer leaves, and the account has to be closed here. */
  readonly toClose: boolean;
  readonly accountClosedAt: Instant | null;
  /** May a request be sent (again)? */
  readonly sendable: boolean;
  /** What the customer access list lacks. */
  readonly findings: readonly { readonly text: string; readonly remedy: string }[];
}

export interface CustomerChoice {
  readonly cid: string;
  readonly name: string;
  /** False where the customer access list has no entry, or nobody to ask. */
  readonly listed: boolean;
}

/** Letters that can go, or what keeps them from being written: never both. */
export interface LettersView {
  readonly letters: readonly LetterView[];
  readonly problems: readonly {
    readonly cid: string;
    readonly customer: string;
    readonly text: string;
    readonly remedy: string;
  }[];
  /** One line per letter for a mail merge, headings first; only fields that the customer needs. */
  readonly mergeList: readonly (readonly string[])[];
}

export interface LetterView {
  readonly cid: string;
  readonly customer: string;
  readonly method: AccessMethod;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly toolUrl: string | null;
  readonly requirements: string | null;
  /** Each personal field that leaves, where to, and why it is needed. */
  readonly leaving: readonly {
    readonly field: PersonalField;
    readonly name: string;
    readonly value: string;
    readonly where: 'subject' | 'body' | 'cc';
    readonly why: string;
  }[];
  /** Personal fields left out because this customer does not need them. */
  readonly cut: readonly string[];
  /** Lines about the work start are left out, as it is not known. */
  readonly withoutWorkStart: boolean;
  /** How it is raised in our service desk, for a customer who works that way; null for every other. */
  readonly raise: {
    readonly requestType: string;
    readonly onBehalfOf: string;
    /** Who else of the customer takes part. */ readonly participants: readonly string[];
    readonly seal: string;
  } | null;
  /** A message file that mail programs open as a draft; null for every other method than e-mail. */
  readonly eml: { readonly name: string; readonly content: string } | null;
  /** Null where it would be too long for a mail program. */
  readonly mailto: string | null;
}

/** The follow-up document. A day is written as `2026-03-16`. */
export interface SheetView {
  readonly name: string;
  /** `base`, the last, says what the rows were downloaded with. */
  readonly columns: readonly { readonly column: SheetColumn | 'base'; readonly title: string }[];
  readonly rows: readonly (readonly string[])[];
}

export interface SheetPreview {
  readonly changes: readonly {
    readonly cid: string;
    readonly customer: string;
    readonly from: string;
    readonly to: string;
    readonly remarks: string | null;
    /** Dates that are set right, by their headings. */
    readonly dates: readonly { readonly title: string; readonly day: Day }[];
  }[];
  /** What the sheet says that is not taken from a sheet; it keeps nothing from being applied. */
  readonly notices: readonly { readonly line: number; readonly text: string }[];
  /** What is wrong, by line of the sheet; nothing can be applied while there is one. */
  readonly problems: readonly {
    readonly line: number;
    readonly text: string;
    readonly remedy: string;
  }[];
  readonly unchanged: number;
}
