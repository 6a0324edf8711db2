import type { BusinessCalendar } from './calendar/business-calendar';
import type { AccountId, Cid, FieldId, PriorityId, ProjectId, StatusId } from './ids';
import type { Instant } from './instant';
import type { Named } from './named';
import type { Readings } from './readings';
import type { LadderStep } from './ladder';
import type { Role, Roles } from './roles';

export type { Named } from './named';

/** The settings in force: every number and name that a rule needs. */
export interface Policy {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: AccountId | null;
  readonly comment: string;
  /** Rules apply to what happens from here on; what is older is left alone. */
  readonly effectiveFrom: Instant;
  /** Who takes the Regional Manager's place where both managers are one person, in order (AM-09, A10). */
  readonly fallback: readonly AccountId[];
  /** Who holds the roles that other SOPs speak of (X6). */
  readonly roles?: Roles;
  readonly calendars: Readonly<Record<string, BusinessCalendar>>;
  /** What concerns the whole site of procedures that run here, by their id; each reads its own. */
  readonly procedures: Readonly<Record<string, unknown>>;
  readonly queues: Readonly<Record<ProjectId, QueuePolicy>>;
}

/** What an administrator sets: a policy without who published it when. */
export type Settings = Pick<Policy, 'fallback' | 'roles' | 'procedures' | 'calendars' | 'queues'>;

/** One support queue (AM-04): where its fields and statuses are, and its SOP entries. */
export interface QueuePolicy {
  readonly projectId: ProjectId;
  readonly key: string;
  readonly name: string;
  readonly fields: {
    readonly accountManager: Named<FieldId>;
    readonly regionalManager: Named<FieldId>;
    readonly organizations: Named<FieldId>;
    readonly requestType: Named<FieldId> | null;
  };
  readonly statuses: Readonly<Record<StatusRole, Named<StatusId>>>;
  /** Statuses in which the customer has the ball, and those in which the ticket is over; for counting hours. */
  readonly customerStatuses: readonly Named<StatusId>[];
  readonly doneStatuses: readonly Named<StatusId>[];
  /** Highest first: the order in which account managers work (AM-18). */
  readonly priorities: readonly Named<PriorityId>[];
  /** Key of the calendar for people who have none of their own. */
  readonly calendar: string;
  /** In order; the first that applies decides when nobody chose one. */
  readonly entries: readonly SopEntry[];
  readonly customerReply: {
    /** Business minutes until a ticket is put back although the customer was not answered (A9). */
    readonly graceMinutes: number;
  };
  readonly notes: { readonly minLength: number; readonly maxLength: number };
  /** "By <date>" from the person asked: how far ahead, and how often for one ask. */
  readonly promises: {
    readonly maxBusinessDays: number;
    readonly perAsk: number;
    /** Characters up to which a comment is only a promise (A19); settings from before it say nothing. */
    readonly longest?: number;
  };
  /** Absent in settings from before it. */
  readonly times?: {
    /** Business minutes that somebody has at least from when they are told, however the due time came about (A18). */
    readonly graceMinutes: number;
    /** Business minutes to answer a question of whoever owes something; settings from before it say nothing. */
    readonly answerMinutes?: number;
  };
  /** What agents owe while an account manager is asked, and who hears of it when it is late. */
  readonly waits?: {
    readonly above?: readonly LadderStep<Role>[];
    readonly chooseAccount?: number;
    readonly reply?: number;
    readonly sayWhat?: number;
  };
  /** A12: the account of tickets of a request type whose organizations do not say; none means asking the agent. */
  readonly accountRules: readonly { readonly requestType: string; readonly cid: Cid }[];
  /** How the procedures that run here do, by their id; each reads its own. */
  readonly procedures: Readonly<Record<string, unknown>>;
  /** How the ambiguous sentences of the SOP are read here. */
  readonly readings: Readings;
  /** Words by which a hand-written tag asks for a reply (A11), beside what `requestIn` knows. */
  readonly replyWords: readonly string[];
}

/** The three statuses the SOP speaks of (AM-13, AM-14, AM-25). */
export type StatusRole =
  'waiting-for-account-manager' | 'waiting-for-management' | 'waiting-for-support';

/** One individual SOP: when an account manager is looped in, how, and how fast an answer is due (AM-12, AM-16, AM-19). */
export interface SopEntry {
  readonly id: string;
  readonly name: string;
  /** Tag: a response is required. Watch: for information only (AM-11, AM-12). */
  readonly mode: 'tag' | 'watch';
  /** Agents: who may move the ticket in its workflow; else everybody in the team who sees the ticket (AM-23). */
  readonly whoMayAsk: 'agents' | 'anyone-who-sees';
  /** Names of the request types it is for; none means any. */
  readonly requestTypes: readonly string[];
  /** True for the entry that stands for "no individual SOP". */
  readonly general: boolean;
  /** The priority the SOP states (AM-16): suggested, and set where the ticket has none (A13). */
  readonly priority: PriorityId | null;
  readonly ladder: readonly Rung[];
}

/** One level of a ladder: who is asked, and how long they have. */
export interface Rung {
  readonly to: 'account-manager' | 'regional-manager' | 'fallback';
  /** Business minutes by priority id; `default` for the others (AM-19, A8). */
  readonly respondWithin: Readonly<Record<string, number>> & { readonly default: number };
  /** Business minutes before the due time at which the person is reminded. */
  readonly remindBefore: readonly number[];
}

/** The queue a project is, if it is one. */
export const queueOf = (policy: Policy, projectId: ProjectId): QueuePolicy | null =>
  policy.queues[projectId] ?? null;

/** The business minutes that somebody on this rung has at that priority. */
export const minutesFor = (rung: Rung, priority: PriorityId | null): number =>
  (priority === null ? undefined : rung.respondWithin[priority]) ?? rung.respondWithin.default;

/** Position in the order in which account managers work; an unknown priority comes last (AM-18). */
export function priorityRank(queue: QueuePolicy, priority: PriorityId | null): number {
  const rank = queue.priorities.findIndex(({ id }) => id === priority);
  return rank < 0 ? queue.priorities.length : rank;
}

/** Does the entry apply to a ticket of that request type? */
export const entryApplies = (entry: SopEntry, requestType: string | null): boolean =>
  entry.requestTypes.length === 0 ||
  (requestType !== null && entry.requestTypes.includes(requestType));

/** The entry that decides when nobody chose one: the first that applies. */
export const entryFor = (queue: QueuePolicy, requestType: string | null): SopEntry | null =>
  queue.entries.find((entry) => entryApplies(entry, requestType)) ?? null;

/** The entry with that id, if it still exists. */
export const entryById = (queue: QueuePolicy, id: string | null): SopEntry | null =>
  queue.entries.find((entry) => entry.id === id) ?? null;

/** Everybody whom the settings name: whoever is asked in a ticket may be one of them. */
export const peopleNamedIn = ({
  fallback,
  roles = {},
}: Pick<Policy, 'fallback' | 'roles'>): readonly AccountId[] => [
  ...new Set([...fallback, ...Object.values(roles).flat()]),
];
