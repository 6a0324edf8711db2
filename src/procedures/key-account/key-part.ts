import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid, IssueId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import type { Instant } from '../../core/instant';
import type { Designation } from './designation';
import type { Escalation } from './escalation';
import type { Meeting } from './meeting';
import type { MonthEndTask } from './month-end';
import type { Release } from './release';
import { partOf, type ProcedureId } from '../../core/part';

/** What a ticket's ledger knows of key accounts. */
export interface KeyAccountPart {
  /** The key account whose ticket it is; null where it is none's. */
  readonly of: { readonly cid: Cid; readonly from: LocalDate | null } | null;
  /** KA-15: why an older ticket is the key account's all the same; by whose act, and whether priority was asked for. */
  readonly taken?: {
    readonly cid: Cid;
    readonly from: LocalDate | null;
    readonly by: AccountId;
    readonly at: Instant;
    readonly priority: boolean;
  } | null;
  readonly designation: Designation | null;
  readonly release: Release | null;
  /** KA-08: the ticket is a release of which nothing is documented; what is closed meanwhile stays owed. */
  readonly undocumented?: boolean;
  /** Somebody has said that nothing was released here. */
  readonly noRelease?: {
    readonly by: AccountId;
    readonly at: Instant;
    readonly reason: string;
  } | null;
  readonly escalations: readonly Escalation[];
  readonly monthEnd: MonthEndTask | null;
  /** KA-06: the weekly meeting whose ticket it is; absent where an earlier edition wrote. */
  readonly meeting?: Meeting | null;
  /** When the priority was raised last: what Jira or a person sets back is raised again, but not at once. */
  readonly raisedAt: Instant | null;
  /** False once the ticket is closed. */
  readonly open: boolean;
  /** How many happenings were counted: they are numbered. */
  readonly happened: number;
}

export const emptyKeyPart: KeyAccountPart = {
  of: null,
  designation: null,
  release: null,
  escalations: [],
  monthEnd: null,
  raisedAt: null,
  open: true,
  happened: 0,
};

export const id: ProcedureId = 'key-account';

const part = partOf<KeyAccountPart>(id, 1);

export const keyPartOf = part.of;
export const saveKeyPart = part.set;
export const withKeyPart = part.put;

/** The id of the number-th happening that was counted of a ticket. */
export const happeningId = (issueId: IssueId, number: number): string => `${issueId}-${number}`;

/** The ids of everything that was counted of a ticket. */
export const happeningsOf = (issueId: IssueId, ledger: Ledger | null): readonly string[] =>
  Array.from({ length: keyPartOf(ledger)?.happened ?? 0 }, (_, place) =>
    happeningId(issueId, place + 1),
  );
