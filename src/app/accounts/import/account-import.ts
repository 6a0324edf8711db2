import type { AccountChange, ImportPhase, ImportProblem } from '../../../contract/accounts';
import type { AccountId, IssueId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { DateFormat } from './read-date';
import type { Column } from './read-row';

/** One import of a file, from the first rows that arrive to the list that is in force. */
export interface AccountImport {
  readonly id: string;
  readonly fileName: string;
  readonly by: AccountId;
  readonly at: Instant;
  readonly phase: ImportPhase;
  /** Rows done in this phase, of `rows`. */
  readonly done: number;
  readonly rows: number;
  readonly chunks: number;
  /** Which column of the file is what. */
  readonly columns: Readonly<Partial<Record<Column, number>>>;
  readonly dates: DateFormat;
  /** The file has every account there is: those it lacks are removed. */
  readonly complete: boolean;
  /** Revision of the list that the file was compared with. */
  readonly comparedWith: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number; readonly removed: number; readonly bad: number };
  /** The first {@link shown} of each. */
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly AccountChange[];
  readonly removed: readonly string[];
  /** CIDs of lines that are wrong: such an account stays as it is. */
  readonly stays: readonly string[];
  /** Open requests that move to other managers with their accounts. */
  readonly moving: readonly { readonly key: string; readonly account: string; readonly dueAt: Instant }[];
  /** Tickets whose open request has to be handed over once the list is in force. */
  readonly handOvers: readonly IssueId[];
  /** Why it came to nothing. */
  readonly failure: string | null;
}

/** Lines shown of a preview; the counts are of all. A value in storage has at most 240 KiB. */
export const shown = 200;
export const noCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, bad: 0 } as const;
