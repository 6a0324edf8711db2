import type { ProcedureId } from '../core/part';
import type { SettingsForm } from '../contract/settings-form';
import type { CustomerAccount } from '../core/account';
import type { AccountId, Cid, IssueId, OrganizationId, ProjectId } from '../core/ids';
import type { LocalDate } from '../core/calendar/local-time';
import type { Instant } from '../core/instant';
import type { JournalEntry } from '../core/ledger';
import type { DirectoryPerson, Person } from '../core/people';
import type { Policy } from '../core/policy';
import type { RadarItem } from '../core/radar-rule';
import type { Listening, ListRow } from '../core/procedure';
import type { ProcedureModule } from './app-procedure';
import type { JiraDoor } from './jira-ports';
import type { TicketRecord, TicketToSave } from './outbox';
import type { QueueLooks } from './queue-ports';

/** Everything a use case needs of the world. */
export interface Ports {
  readonly now: () => Instant;
  readonly jira: JiraDoors;
  readonly tickets: TicketStore;
  readonly policy: PolicyStore;
  readonly directory: Directory;
  readonly turns: TurnQueue;
  readonly background: BackgroundQueue;
  readonly looks: QueueLooks;
  readonly personal: PersonalStore;
  readonly leadTimes: LeadTimes;
  readonly requests: Requests;
  readonly requestPeople: RequestPeople;
  readonly openings: Openings;
  readonly happenings: Happenings;
  readonly notes: AccountNotes;
  readonly log: Log;
  /** Every procedure, in the order in which they look at a ticket; what one is made of is loaded where it is asked for. */
  readonly procedures: readonly ProcedureModule[];
}

/** Jira as the app, and as the person who is looking, when there is one. */
export interface JiraDoors {
  readonly app: JiraDoor;
  readonly viewer: { readonly accountId: AccountId; readonly door: JiraDoor } | null;
}

/** The ledgers. */
export interface TicketStore {
  load(issueId: IssueId): Promise<TicketRecord | null>;
  loadAll(issueIds: readonly IssueId[]): Promise<ReadonlyMap<IssueId, TicketRecord>>;
  /**
   * Stores the record if its revision is still the stored one, and answers it with the next revision.
   * @throws ChangedMeanwhile when somebody else was faster
   */
  save(record: TicketToSave): Promise<TicketRecord>;
  /** The same of many, together where storage takes them so: for each what was stored, or why it was not. */
  saveAll(records: readonly TicketToSave[]): Promise<readonly (TicketRecord | Error)[]>;
  /** Rewrites what has been moved out of the ticket's journal into pages of its own. */
  rewriteArchive(issueId: IssueId, rewrite: (entry: JournalEntry) => JournalEntry): Promise<void>;
  /** Forgets a ticket: every row that was ever written of it. */
  forget(issueId: IssueId): Promise<void>;
  /** Lines that stay for some days when the ticket itself is forgotten. */
  leave(issueId: IssueId, rows: readonly ListRow[], days: number): Promise<void>;
  /** Entries of the journal that were moved out of the row, of the page before that entry; none where there is no older. */
  entriesBefore(record: TicketRecord, before: number): Promise<readonly JournalEntry[]>;
  /** Tickets to be looked at before `until`, the earliest first, a page at a time. */
  waking(
    until: Instant,
    cursor: string | null,
  ): Promise<{ readonly wakes: readonly Wake[]; readonly next: string | null }>;
  /** Lines of a list about somebody or something, in the order of the list: what was written in the last moments may be missing. */
  listed<Doc>(
    list: string,
    who: string,
    limit: number,
    direction?: 'latest-first',
  ): Promise<readonly Doc[]>;
  /** Everybody that a list has a line about; null where it has more than `most` lines. */
  listedPeople(list: string, most: number): Promise<ReadonlySet<string> | null>;
  /** Tickets of a queue that are not as they should be (AM-32), the longest first. */
  onRadar(projectId: ProjectId, limit: number): Promise<readonly Listed[]>;
}

export interface Wake {
  readonly issueId: IssueId;
  readonly at: Instant;
}

/** A ticket on the radar. */
export interface Listed {
  readonly issueId: IssueId;
  readonly key: string;
  readonly items: readonly RadarItem[];
}

/** Settings in the making. */
export interface SettingsDraft {
  /** 0 before anybody ever edited; it never goes back, so that a stale edit is seen as one. */
  readonly revision: number;
  /** Null while there is nothing that differs from the settings in force. */
  readonly form: SettingsForm | null;
  /** The version the edits began from; null for none. */
  readonly basedOn: number | null;
  readonly editedBy: AccountId | null;
  readonly editedAt: Instant | null;
}

/**
 * What events are worth in each queue: the settings, as far as an event has to know them. Written with the settings and read
 * in place of them, as most events are nobody's business and the settings are large.
 */
export interface Routes {
  /** Of the settings that they come from. */
  readonly version: number;
  readonly queues: Readonly<Record<ProjectId, Required<Listening>>>;
}

/** What an event is judged by: all of it in one request. */
export interface Glance {
  /** Null before the first settings were published. */
  readonly routes: Routes | null;
  readonly record: TicketRecord | null;
}

export interface PolicyStore {
  /** The settings in force; null before the first were published. */
  current(): Promise<Policy | null>;
  /**
   * Puts the settings in force, keeps the version and, where a draft became them, empties the draft: all or nothing.
   * @throws ChangedMeanwhile when another version was published, or the draft changed
   */
  publish(policy: Policy, expectedVersion: number | null, draft?: SettingsDraft): Promise<void>;
  /** Those of these versions that were published, in the order given. */
  versions(numbers: readonly number[]): Promise<readonly Policy[]>;
  /** The draft that administrators share. */
  draft(): Promise<SettingsDraft>;
  /**
   * Stores the draft if its revision is still the stored one, and answers it with the next revision.
   * @throws ChangedMeanwhile when somebody else was faster
   */
  saveDraft(draft: SettingsDraft): Promise<SettingsDraft>;
  /** The app's own account, remembered from the first time Jira was asked. */
  self(ask: () => Promise<AccountId>): Promise<AccountId>;
}

export interface Directory {
  /** Reads in one go what is likely to be asked for next. */
  ahead(wanted: {
    readonly organizations: readonly OrganizationId[];
    readonly cids: readonly Cid[];
    readonly people: readonly AccountId[];
  }): Promise<void>;
  /** Whatever was read so far is read again: somebody has written it. */
  anew(): void;
  /** The accounts of these organizations, and those with these ids; each once. */
  accounts(
    organizations: readonly OrganizationId[],
    cids: readonly Cid[],
  ): Promise<readonly CustomerAccount[]>;
  people(ids: readonly AccountId[]): Promise<readonly DirectoryPerson[]>;
  /** Those of these people who are account managers of some account. */
  managing(ids: readonly AccountId[]): Promise<readonly AccountId[]>;
  /** Everybody an SOP may ask; what was written in the last moments may be missing. */
  everybody(): Promise<readonly DirectoryPerson[]>;
  /** Names remembered for a while, of people who stand in no directory. */
  names(ids: readonly AccountId[]): Promise<readonly Person[]>;
  rememberNames(people: readonly Person[]): Promise<void>;
  /** Accounts that a procedure finds without reading the others, by name (`AccountPart.marks`). @param procedure its id */
  marked(procedure: string): Promise<readonly CustomerAccount[]>;
  /** Accounts by name, for somebody to choose from (A12). */
  all(limit: number): Promise<readonly CustomerAccount[]>;
  count(): Promise<number>;
  /** Writes accounts and people; those not named stay. */
  put(accounts: readonly CustomerAccount[], people: readonly DirectoryPerson[]): Promise<void>;
  /** Keeps at hand what is known of these, whom the settings name: nearly every turn asks for all of them. */
  name(ids: readonly AccountId[]): Promise<void>;
}

/** Personal data, encrypted, by the ticket that it was entered in (EA-24). */
export interface PersonalStore {
  /** Null when there is none, or it was deleted. */
  read<Personal extends object>(issueId: IssueId): Promise<Personal | null>;
  write(issueId: IssueId, personal: object): Promise<void>;
  /** Puts it aside for what somebody is about to do; where that comes to nothing it is dropped, at the latest within the hour. */
  stage(issueId: IssueId, by: AccountId, personal: object): Promise<void>;
  /** What was put aside becomes what is kept; doing so twice is the same as once. */
  keepStaged(issueId: IssueId, by: AccountId): Promise<void>;
  dropStaged(issueId: IssueId, by: AccountId): Promise<void>;
  /** Deletes it; doing so twice is the same as once. */
  forget(issueId: IssueId): Promise<void>;
}

/** Tickets that the app raises itself. Throws as {@link JiraDoor} does. */
export interface Requests {
  /** @throws RelayError `misconfigured` when the project has no such request type */
  raise(request: {
    readonly projectId: ProjectId;
    readonly requestType: string;
    readonly summary: string;
    readonly description: string;
    /** The customer it is raised for (CR-13); the app's own where absent. */ readonly onBehalfOf?: AccountId;
    /** Customers who see it beside them. */ readonly participants?: readonly AccountId[];
    /** Found again by it. */ readonly reference: string;
  }): Promise<{ readonly issueId: IssueId; readonly key: string }>;
  /** The request that carries this reference; one raised in the last moments may be missing. */
  find(
    projectId: ProjectId,
    reference: string,
  ): Promise<{ readonly issueId: IssueId; readonly key: string } | null>;
}

/** How people stand to requests (X12). Throws as {@link JiraDoor} does. */
export interface RequestPeople {
  /** Is somebody an agent of that service project? */
  worksIn(person: AccountId, projectId: ProjectId): Promise<boolean>;
  /** Whom the request is shared with; nobody where there is no such request. */
  participants(issueId: IssueId): Promise<readonly AccountId[]>;
  /** The organizations of customers that somebody is a member of. */
  organizationsOf(person: AccountId): Promise<readonly OrganizationId[]>;
}

/** Which opportunity has which onboarding: one each (H6). */
export interface Openings {
  of(what: string): Promise<{
    readonly claimedAt: Instant;
    readonly issueId: IssueId | null;
    readonly key: string | null;
  } | null>;
  /** False when somebody else has claimed it. */
  claim(what: string, at: Instant): Promise<boolean>;
  /** After a claim that came to nothing. */
  claimAgain(what: string, at: Instant): Promise<void>;
  opened(
    what: string,
    at: Instant,
    ticket: { readonly issueId: IssueId; readonly key: string },
  ): Promise<void>;
}

/** How many business days customers took, the latest first; no more than is needed for a forecast. */
export interface LeadTimes {
  of(cids: readonly Cid[]): Promise<Readonly<Record<Cid, readonly number[]>>>;
  /** Remembering the same ticket again replaces what it said. */
  remember(cid: Cid, issueId: IssueId, days: number): Promise<void>;
}

/** Something that happened on a day, to be counted by week and by month. */
export interface Dated {
  readonly id: string;
  readonly at: Instant;
  readonly day: LocalDate;
}

/** What is counted. Written once, never changed. */
export interface Happenings {
  /** Writing the same one again is the same as writing it once. */
  remember(happening: Dated): Promise<void>;
  /** Forgets those with these ids. */
  forget(ids: readonly string[]): Promise<void>;
  /** What happened in these months, such as `2026-03`, in order of time. */
  ofMonths<Happening extends Dated>(months: readonly string[]): Promise<readonly Happening[]>;
}

/** Notes on customer accounts. */
export interface AccountNotes {
  of<Note>(cids: readonly Cid[]): Promise<Readonly<Record<Cid, readonly Note[]>>>;
  keep(cid: Cid, notes: readonly object[]): Promise<void>;
}

/** Turns to be taken later, one ticket at a time each. */
export interface TurnQueue {
  push(turns: readonly QueuedTurns[]): Promise<void>;
}

export interface QueuedTurns {
  readonly issueIds: readonly IssueId[];
  /** 0 to 900 (Forge: delayInSeconds). */
  readonly delaySeconds: number;
  /** Only those that still have something due by then: the next sweep finds what is left. */
  readonly onlyDue?: boolean;
}

/** Work in the background that concerns no single ticket. */
export type BackgroundJob =
  | { readonly kind: 'reconcile' | 'people' | 'sight' | 'passes' }
  | { readonly kind: 'first-pass' | 'project-gone'; readonly projectId: ProjectId }
  /** What a procedure does by itself. */
  | { readonly kind: 'procedure'; readonly procedure: ProcedureId };

export interface BackgroundQueue {
  /** @param delaySeconds 0 to 900 (Forge: delayInSeconds) */
  push(job: BackgroundJob, delaySeconds: number): Promise<void>;
}

/** One JSON line each; never a summary, a name or a comment. */
export interface Log {
  info(event: string, values?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(
    event: string,
    error: unknown,
    values?: Readonly<Record<string, string | number | boolean | null>>,
  ): void;
}
