// One ticket per engineer (EA-22), a row per customer: the follow-up document as the ledger keeps it. No personal data.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid, IssueId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Climb } from '../../core/ladder';
import type { EscalationWhy } from './settings/policy';
import type { AccessMethod } from './customer-access';
import type { PersonalField } from './personal';

/** How far a customer's account has come, without who chases it. */
export type Progress =
  | 'not-sent'
  | 'sent'
  | 'acknowledged'
  | 'created'
  | 'not-functional'
  | 'verified'
  | 'done'
  | 'not-needed';

/** The row states of EA-23. */
export type RowState =
  Progress | 'escalated-to-team-lead' | 'escalated-to-csm' | 'escalated-to-customer';

/** Of which rows the same was said in one turn: they are owed together, whatever becomes of calendars and people. */
export interface Together {
  readonly at: Instant;
  /** The customer of the first of them. */
  readonly with: Cid;
}

export interface AccessRow {
  readonly cid: Cid;
  readonly method: AccessMethod;
  readonly progress: Progress;
  /** How often the request was sent. */
  readonly attempts: number;
  /** EA-12: the request date. The first time stays, however often it is sent again. */
  readonly requestedAt: Instant | null;
  /** The last time it was sent; absent where that was the first. */
  readonly lastSentAt?: Instant;
  /** Copied from the customer access list when it was sent: a list edited later leaves running requests alone. */
  readonly timelineDays: number;
  readonly firstResponseDays?: number;
  /** Sending again restarts it. */
  readonly firstResponseDueAt: Instant | null;
  /** What was promised when it was first sent. It stands until the engineer has logged in (EA-13a). */
  readonly dueAt: Instant | null;
  /** With which rows it was first asked for, and with which it came to be sent, set up or broken; absent in older rows. */
  readonly asked?: Together;
  readonly stands?: Together;
  /** When it was put on the list, or put back; absent where it was there from the start. */
  readonly addedAt?: Instant;
  /** EA-17: when the CSM turns to the customer contact, by the ladder it was sent under; absent once that has come. */
  readonly customerAt?: Instant;
  /** Since when the CSM is asked to. */
  readonly customerSince?: Instant;
  /** EA-13: since when it does not work. */
  readonly brokenAt?: Instant;
  /** Since when it is not said any more that it does not work. */
  readonly repairedAt?: Instant;
  /** The day on which work starts, as the customer was told it. */
  readonly toldWorkStart?: LocalDate | null;
  readonly respondedAt: Instant | null;
  readonly createdAt: Instant | null;
  readonly verifiedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Whose log-in that was, where the engineer had an account in Jira. */
  readonly verifiedFor?: AccountId;
  /** Since when it has to be tested by another engineer than the one who had. */
  readonly testAgainSince?: Instant;
  /** EA-16: the team lead asked the CSM to follow up before any timer did. */
  readonly byHand?: ByHand;
  /** EA-17, EA-18: when the CSM last logged that they spoke to the customer contact. */
  readonly followedUpAt?: Instant;
  /** The engineer leaves, and this account is, or may be, there. */
  readonly toClose?: true;
  /** When the customer had closed it. */
  readonly accountClosedAt?: Instant;
  /** How high a timer of an earlier edition had taken it; the engine's clocks know it now. */
  readonly escalation:
    | (Climb & {
        readonly why: EscalationWhy;
        /** EA-17: the CSM has spoken to the customer contact. */ readonly loggedAt: Instant | null;
      })
    | null;
  /** When it was said that the work start is at risk (EA-18); null while it was not. */
  readonly criticalSince: Instant | null;
  /** The request raised in our service desk for a customer who works that way. */
  readonly raised: { readonly issueId: IssueId; readonly key: string } | null;
  readonly remarks: string | null;
}

/** An escalation that a person asked for, and why. */
export interface ByHand {
  readonly by: AccountId;
  readonly at: Instant;
  readonly reason: string;
}

/** What remains of the personal data: that it was deleted, and nothing about whom. */
export interface PurgeCertificate {
  readonly at: Instant;
  readonly fields: number;
  readonly customers: number;
  readonly requestsSent: number;
  readonly ready: number;
  readonly notNeeded: number;
}

export interface AccessRequest {
  /** Absent where it was started before that was kept. */
  readonly startedAt?: Instant;
  /** The engineer's own account in Jira, once there is one. */
  readonly engineer: AccountId | null;
  readonly teamLead: AccountId;
  /** EA-20: nothing leaves before that day. */
  readonly employmentStart: LocalDate;
  /** EA-25: when work at the customers begins. */
  readonly workStart: LocalDate | null;
  /** EA-21: Internal IT has set up account and e-mail. */
  readonly itReady: { readonly by: AccountId; readonly at: Instant } | null;
  /** E5: a team lead lets it leave early, with a reason. */
  readonly override: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  /** Which personal fields are on file. */
  readonly onFile: readonly PersonalField[];
  readonly rows: readonly AccessRow[];
  /** EA-24: when the personal data is deleted; null while a row is open. */
  readonly purgeAt: Instant | null;
  /** Since when requests may leave, however calendars change after that; absent while they may not. */
  readonly gateOpenedAt?: Instant;
  /** The ticket is closed, and customers are open: no day of theirs comes until it is opened again. */
  readonly closedOpen?: true;
  /** When the gate opens by the day alone (EA-20); absent where it is open, or something else keeps it shut. */
  readonly opensAt?: Instant;
  /** The next working day on which the forecast is looked at again, while it may still turn; null when it may not. */
  readonly lookAgainAt: Instant | null;
  /** Of the last time it was deleted; a profile entered after that is a new file. */
  readonly certificate: PurgeCertificate | null;
  /** The engineer leaves: their accounts are closed at the customers. */
  readonly leaving?: { readonly by: AccountId; readonly at: Instant; readonly on: LocalDate };
}

export const isReady = ({ progress }: AccessRow): boolean =>
  progress === 'verified' || progress === 'done';
export const isClosed = (row: AccessRow): boolean => isReady(row) || row.progress === 'not-needed';

/** An account that exists, or may, at a customer whom the engineer leaves, and that nobody has said to be closed. */
export const isToClose = ({ toClose, accountClosedAt }: AccessRow): boolean =>
  toClose === true && accountClosedAt === undefined;

/** Somebody has to do something about it, whatever became of the ticket. */
export const isOpen = (row: AccessRow): boolean => !isClosed(row) || isToClose(row);

/**
 * Nothing is asked of the customer now: it is to be requested, as for the first time.
 * @param since when it was put on the list; as it was where that is null
 */
export function unsent(row: AccessRow, since: Instant | null): AccessRow {
  const {
    lastSentAt: _last,
    customerAt: _turn,
    toldWorkStart: _told,
    asked: _asked,
    stands: _stands,
    ...fresh
  } = row;
  return {
    ...fresh,
    ...(since === null ? {} : { addedAt: since }),
    progress: 'not-sent',
    requestedAt: null,
    firstResponseDueAt: null,
    dueAt: null,
  };
}

export const newRow = (cid: Cid, method: AccessMethod, timelineDays: number): AccessRow => ({
  cid,
  method,
  progress: 'not-sent',
  attempts: 0,
  requestedAt: null,
  timelineDays,
  firstResponseDueAt: null,
  dueAt: null,
  respondedAt: null,
  createdAt: null,
  verifiedAt: null,
  closedAt: null,
  escalation: null,
  criticalSince: null,
  raised: null,
  remarks: null,
});

export const rowOf = (request: AccessRequest, cid: Cid): AccessRow | null =>
  request.rows.find((row) => row.cid === cid) ?? null;

export const withRow = (request: AccessRequest, changed: AccessRow): AccessRequest => ({
  ...request,
  rows: request.rows.map((row) => (row.cid === changed.cid ? changed : row)),
});
