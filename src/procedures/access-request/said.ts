import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { PersonalField } from './personal';

/** What a person says about a row. */
export const rowSaid = [
  /** The customer has replied (no reminder after that), or has set the account up. */
  'acknowledged',
  'created',
  /** EA-13: the engineer logged in: it works, or it does not. */
  'verified',
  'not-functional',
  /** EA-15: the team lead has seen that it is there. */
  'done',
  /** This engineer needs no account there; or does after all. */
  'not-needed',
  'reopened',
  /** EA-17: the CSM has spoken to the customer contact. */
  'customer-told',
  /** The customer has closed the account of an engineer who left. */
  'account-closed',
] as const;

export type RowStep = (typeof rowSaid)[number];

/** The dates and people of a request. */
export interface RequestFacts {
  readonly engineer: AccountId | null;
  readonly employmentStart: LocalDate;
  readonly workStart: LocalDate | null;
  /** Which personal fields are on file; the values went to the encrypted store before. */
  readonly onFile: readonly PersonalField[];
  /** Customers at which another ticket follows an account of the same engineer. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** A ticket that follows accounts of the same engineer, and at which customers. */
export interface Elsewhere {
  readonly key: string;
  readonly cids: readonly Cid[];
}

/** What somebody reports about a row. */
export interface RowReport {
  readonly cid: Cid;
  readonly step: RowStep;
  readonly remarks: string | null;
}

/** Dates of a row that people may set right (EA-14). */
export const datesSaid = ['respondedAt', 'createdAt', 'verifiedAt'] as const;
export type DatesSaid = Readonly<Partial<Record<(typeof datesSaid)[number], Instant>>>;

/** What an edited follow-up document changes about a row. */
export interface RowChange {
  readonly cid: Cid;
  readonly step: RowStep | null;
  readonly remarks: string | null;
  /** Absent where the document says nothing new of them. */
  readonly dates?: DatesSaid;
}
