import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { PersonalField } from './personal';

/** What a person says about a row. */
export type RowStep =
  /** The customer has replied (no reminder after that), or has set the account up. */
  | 'acknowledged'
  | 'created'
  /** EA-13: the engineer logged in: it works, or it does not. */
  | 'verified'
  | 'not-functional'
  /** EA-15: the team lead has seen that it is there. */
  | 'done'
  /** This engineer needs no account there; or does after all. */
  | 'not-needed'
  | 'reopened'
  /** EA-17: the CSM has spoken to the customer contact. */
  | 'customer-told';

/** The dates and people of a request. */
export interface RequestFacts {
  readonly engineer: AccountId | null;
  readonly employmentStart: LocalDate;
  readonly workStart: LocalDate | null;
  /** Which personal fields are on file; the values went to the encrypted store before. */
  readonly onFile: readonly PersonalField[];
}

/** What people do with an engineer's access request. */
export type AccessStep =
  | ({ readonly kind: 'start'; readonly customers: readonly Cid[] } & RequestFacts)
  | ({ readonly kind: 'change' } & RequestFacts)
  | { readonly kind: 'add-customers'; readonly customers: readonly Cid[] }
  | { readonly kind: 'it-ready'; readonly ready: boolean }
  | { readonly kind: 'override'; readonly reason: string }
  | {
      readonly kind: 'sent';
      readonly customers: readonly Cid[];
      readonly via: 'eml' | 'mailto' | 'merge-list' | 'ticketing-tool';
    }
  /** E3: a request in our service desk on behalf of the customer's contact; no field leaves that the team lead has not seen. */
  | { readonly kind: 'raise'; readonly cid: Cid; readonly fields: readonly PersonalField[] }
  | {
      readonly kind: 'row';
      readonly cid: Cid;
      readonly step: RowStep;
      readonly remarks: string | null;
    }
  | {
      readonly kind: 'rows';
      readonly changes: readonly {
        readonly cid: Cid;
        readonly step: RowStep | null;
        readonly remarks: string | null;
      }[];
    }
  | { readonly kind: 'purge' };
