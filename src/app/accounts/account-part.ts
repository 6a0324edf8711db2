// What a procedure adds to customer accounts: to their file, their feed, their form and their configuration. Whoever
// composes hands the list over; nothing here knows one of them.
import type * as v from 'valibot';
import type { ImportProblem } from '../../contract/accounts';
import type { FeedEntry } from '../../contract/feed';
import type { CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId, Cid } from '../../core/ids';
import type { Policy } from '../../core/policy';
import type { Ports } from '../ports';
import type { DateFormat } from './import/read-date';

const places = ['before-contacts', 'after-contacts', 'last'] as const;

/** What storage has to know of a procedure's part of accounts. */
export interface StoredPart {
  /** Is the account one of those that the procedure finds without reading the others? One procedure alone may mark an account. */
  readonly marks?: (account: CustomerAccount) => boolean;
  /** What the first edition kept among the fields of the account itself; undefined where that was nothing. */
  readonly fromFirstEdition?: (fields: Readonly<Record<string, unknown>>) => unknown;
}

export interface AccountPart {
  /** The procedure's, by which the account keeps its part. */
  readonly id: string;
  /** Where its columns stand in a file, among those that every account has. */
  readonly stands: (typeof places)[number];
  readonly columns: readonly PartColumn[];
  /** What a line says of it; undefined where that is nothing, so that the account keeps what it has. */
  readonly read: (line: Line) => PartChange | undefined;
  /** How the preview of an import and the log of the feed say what changes. */
  readonly difference: {
    readonly name: string;
    readonly spell: (account: CustomerAccount) => string;
  };
  /** People whose names its cells need. */
  readonly people?: (account: CustomerAccount) => readonly AccountId[];
  readonly feed?: PartFields<PartChange> & {
    /** What the record sets going once its account is in force; its entry in the log, null where that is nothing. */
    readonly after?: (ports: Ports, of: RecordOf, said: unknown) => Promise<FeedEntry | null>;
  };
  /** What the configuration file says of it. */
  readonly configuration?: PartFields<(account: CustomerAccount, find: FindPerson) => Changed>;
  /** What somebody types in the form of one account. */
  readonly form?: {
    readonly shape: v.GenericSchema;
    readonly change: (account: CustomerAccount, typed: unknown) => CustomerAccount;
  };
  /**
   * What it knows of the past and nobody types: however the account was changed, by a form or by a file that says all of it.
   * @param day on which it was changed, for what counts from then on
   */
  readonly remembers?: (
    account: CustomerAccount,
    before: CustomerAccount,
    day: LocalDate,
  ) => CustomerAccount;
  /** What the list and the form show of each of these accounts. */
  readonly view?: (
    ports: Ports,
    accounts: readonly CustomerAccount[],
  ) => Promise<(account: CustomerAccount) => unknown>;
  readonly beside?: BesideFile;
}

/** The parts in the order in which a file has their columns. */
export const inFileOrder = (parts: readonly AccountPart[]): AccountPart[] =>
  places.flatMap((place) => parts.filter(({ stands }) => stands === place));

export interface PartColumn {
  /** By which pages and functions know it. */
  readonly key: string;
  /** As people read it, in the file as in problems. */
  readonly name: string;
  /** What an export writes, by which an import reads the same; absent where a column is no part of an account. */
  readonly cell?: (account: CustomerAccount, nameOf: (id: string) => string) => string;
}

type Changed = CustomerAccount | Promise<CustomerAccount>;

/** The account as a line or a record makes it. @param day on which that was said, for what counts from then on */
export type PartChange = (account: CustomerAccount, find: FindPerson, day: LocalDate) => Changed;

/** The id of somebody by name or address. Who cannot be found is a problem at that place, and the empty text. */
export type FindPerson = (place: string, name: string) => Promise<AccountId>;

/** A line of a file, as a part reads it. */
export interface Line {
  readonly number: number;
  readonly dates: DateFormat;
  /** Undefined where the file has no such column. */
  readonly cell: (column: string) => string | undefined;
  /** What an empty cell of that column means in this file; undefined where nobody has said so. */
  readonly blank: (column: string) => string | undefined;
  /** Notes what is wrong. @param column its name */
  readonly wrong: (column: string, message: string, remedy: string) => void;
}

/** Fields among those of an account, and what they make of it. */
export interface PartFields<Change> {
  readonly entries: v.ObjectEntries;
  /** @param said with these fields, as their shapes read them; undefined where they say nothing */
  readonly change: (said: unknown) => Change | undefined;
}

type Said<E extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<E, undefined>>;

/** The one place that gives what was said its type: whoever reads the fields has them read by these shapes. */
export const partFields = <E extends v.ObjectEntries, Change>(
  entries: E,
  change: (said: Said<E>) => Change | undefined,
): PartFields<Change> => ({ entries, change: (said) => change(said as Said<E>) });

/** The same of a form. */
export const partForm = <S extends v.GenericSchema>(
  shape: S,
  change: (account: CustomerAccount, typed: v.InferOutput<S>) => CustomerAccount,
): NonNullable<AccountPart['form']> => ({
  shape,
  change: (account, typed) => change(account, typed),
});

/** The account as it was changed, with what its parts know of the past. */
export const remembering = (
  parts: readonly AccountPart[],
  account: CustomerAccount,
  before: CustomerAccount | null | undefined,
  day: LocalDate,
): CustomerAccount =>
  before == null
    ? account
    : parts.reduce((sofar, { remembers }) => remembers?.(sofar, before, day) ?? sofar, account);

/** The fields of several parts. */
export const entriesOf = (fields: readonly (PartFields<unknown> | undefined)[]): v.ObjectEntries =>
  Object.assign({}, ...fields.map((one) => one?.entries ?? {})) as v.ObjectEntries;

/** A record of the feed, and when it was taken. */
export interface RecordOf {
  readonly at: string;
  readonly externalId: string;
  readonly cid: Cid;
}

/** What the lines of a file set going beside their accounts, announced by its check and done once they are in force. */
export interface BesideFile {
  readonly check: (ports: Ports, policy: Policy | null) => BesideCheck;
  /**
   * Does what was announced; taken up again, nothing is done twice.
   * @param keep what has become of it so far
   * @throws RelayError `jira-busy`, `jira-down`: worth trying again
   */
  readonly carryOut: (
    ports: Ports,
    announced: unknown,
    by: AccountId,
    keep: (sofar: unknown) => Promise<void>,
  ) => Promise<unknown>;
  /** How much of it is decided, of how much. */
  readonly progress: (announced: unknown) => { readonly done: number; readonly of: number };
  /** What the log says of it, without a word of anybody's. */
  readonly counts: (announced: unknown) => Readonly<Record<string, number>>;
}

/** The lines of one file, one by one; sets nothing going. */
export interface BesideCheck {
  /** Undefined where the line says nothing of it. */
  read(line: Line): BesideLine | undefined;
  /** What is announced. @throws RelayError `input` where that is too much */
  announced(): unknown;
}

export interface BesideLine {
  /** Why this line cannot have it; null when it can. */
  taken(): Omit<ImportProblem, 'line'> | null;
  /** @param account as the file makes it */
  consider(account: CustomerAccount): Promise<void>;
}
