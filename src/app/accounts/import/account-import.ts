import type { AccountChange, ImportPhase, ImportProblem } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import type { AccountId, Cid, IssueId } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import type { DateFormat } from './read-date';
import type { Where } from '../columns';

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
  readonly columns: Where;
  readonly dates: DateFormat;
  /** What an empty cell means, by the column's key, where the import asked. */
  readonly blanks?: Readonly<Record<string, string>>;
  /** The file has every account there is: those it lacks are removed. */
  readonly complete: boolean;
  /** Revision of the list that the file was compared with. */
  readonly comparedWith: number;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly bad: number;
  };
  /** The first {@link shown} of each, as far as they fit. */
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly AccountChange[];
  readonly removed: readonly string[];
  /** Open requests that move to other managers with their accounts. */
  readonly moving: readonly {
    readonly key: string;
    readonly account: string;
    readonly dueAt: Instant;
  }[];
  /** What it sets going beside accounts, and how far that is, by procedure; absent before it was looked at. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** Tickets whose open request has to be handed over once the list is in force. */
  readonly handOvers: readonly IssueId[];
  /** Why it came to nothing. */
  readonly failure: string | null;
}

/** What a part of the file became. */
export interface ReadyRows {
  readonly accounts: readonly CustomerAccount[];
  /** CIDs of accounts whose lines are wrong: they stay as they are. */
  readonly stays: readonly Cid[];
}

/** Lines shown of a preview; the counts are of all. */
export const shown = 200;
/** A value in storage has at most 240 KiB: what each list of the preview takes of it. The rest is for the hand-overs. */
export const shownBytes = {
  problems: 40_000,
  changes: 60_000,
  removed: 15_000,
  moving: 20_000,
} as const;
export const noCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, bad: 0 } as const;
