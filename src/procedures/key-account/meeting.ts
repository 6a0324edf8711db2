// KA-06, KA-07: the weekly meeting about key accounts. Who attended, what changes and may affect their jobs, and what is done
// about it, by whom and until when.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid, IssueId, ProjectId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { bytesOf } from '../../core/room';
import type { Role } from '../../core/roles';
import type { Aspect } from './happening';

/** A key account that something is about, by the name it had then. */
export interface MeetingAccount {
  readonly cid: Cid;
  readonly name: string;
}

/** KA-07: a change that may affect code quality, timing or accuracy of jobs released for key accounts. */
export interface MeetingChange {
  readonly id: number;
  readonly text: string;
  readonly affects: readonly Aspect[];
  /** Null for all of them. */
  readonly account: MeetingAccount | null;
  readonly by: AccountId;
  readonly at: Instant;
}

/** KA-07: what is done about it. */
export interface MeetingAction {
  readonly id: number;
  readonly text: string;
  readonly account: MeetingAccount | null;
  readonly owner: AccountId;
  readonly due: LocalDate;
  /** The end of work on that day. */
  readonly dueAt: Instant;
  readonly by: AccountId;
  readonly at: Instant;
  /** The last time its date or its owner was changed. */
  readonly moved: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly from: LocalDate;
    readonly reason: string;
  } | null;
  readonly done: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly note: string | null;
  } | null;
}

/** An action of an earlier week that was open when a meeting was held: it was looked at again. */
export interface LookedAt {
  readonly key: string;
  readonly id: number;
}

export type MeetingOutcome =
  | {
      readonly how: 'held';
      readonly by: AccountId;
      readonly at: Instant;
      readonly on: LocalDate;
      /** KA-06: who was there for ISD. */
      readonly attended: readonly AccountId[];
      /** Who was there for other departments, in words. */
      readonly others: string | null;
      readonly lookedAt: readonly LookedAt[];
    }
  | {
      readonly how: 'not-held';
      readonly by: AccountId;
      readonly at: Instant;
      readonly reason: string;
    };

export interface Meeting {
  /** The Monday of its week. */
  readonly week: LocalDate;
  readonly openedAt: Instant;
  /** The day of the meeting: a working day. */
  readonly day: LocalDate;
  /** Until when it is to be said who attended. */
  readonly dueAt: Instant;
  /** Whose it is, as the settings said when it was opened. */
  readonly by: Role;
  readonly outcome: MeetingOutcome | null;
  readonly changes: readonly MeetingChange[];
  readonly actions: readonly MeetingAction[];
}

/** Each open action is a wait of its own and takes its room beside the meeting. */
export const mostOpenActions = 15;
/** More than a meeting talks about; those of a year are fifty meetings. */
export const mostActions = 40;
export const mostChanges = 40;
/** Whom one record names. */
export const mostAttended = 20;
/** What is added fits into this, so that what was agreed can still be moved and finished when it is full. */
const roomBytes = 12_000;

export const isOpenAction = ({ done }: MeetingAction): boolean => done === null;

/** Nothing is left to do for it: it is known how it went, and what was agreed is done. */
export const isMeetingOver = ({ outcome, actions }: Meeting): boolean =>
  outcome !== null && !actions.some(isOpenAction);

/** No more fits into the ticket's row (Forge: 240 KiB a value). */
export const isMeetingFull = ({ changes, actions }: Meeting): boolean =>
  bytesOf([changes, actions]) > roomBytes;

/** What is open of the meetings of a queue: looked at again in the weeks after (KA-07). */
export const openActionsList = 'key-actions';

/** The open actions of one meeting. */
export interface OpenActions {
  readonly issueId: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  readonly week: LocalDate;
  readonly actions: readonly Pick<
    MeetingAction,
    'id' | 'text' | 'account' | 'owner' | 'due' | 'dueAt' | 'moved'
  >[];
}
