import type { Reply } from './problem';
import type { Instant, PersonView } from './why';

/** The accounts tab: the list, one account, and files in and out. */
export type AccountsApi = {
  /** By name, a page at a time; those whose name or CID begins with `search`, or those of one account manager. */
  'accounts.list': (input: {
    search: string;
    manager?: string;
    cursor?: string;
  }) => Reply<AccountsView>;
  /** What saving it would do to requests that are open. */
  'accounts.preview': (input: {
    account: AccountForm;
  }) => Reply<{ readonly moving: readonly MovingView[] }>;
  /** Adds an account (`expectedRevision` 0) or changes one. */
  'accounts.save': (input: {
    account: AccountForm;
    expectedRevision: number;
  }) => Reply<AccountView>;
  'accounts.remove': (input: {
    cid: string;
    expectedRevision: number;
  }) => Reply<{ readonly removed: true }>;
  /** People and organizations of Jira to choose from. */
  'accounts.choices': (input: {
    kind: 'person' | 'organization';
    search: string;
  }) => Reply<readonly Choice[]>;
  /** Accounts as lines of a file, a page at a time; the first page has the header. */
  'accounts.export': (input: {
    cursor?: string;
  }) => Reply<{ readonly lines: readonly (readonly string[])[]; readonly next: string | null }>;
  'import.begin': (input: { fileName: string; rows: number; chunks: number }) => Reply<ImportView>;
  /** Rows of the file, without its header; `line` counts from the top of the file. */
  'import.stage': (input: {
    id: string;
    chunk: number;
    rows: readonly { line: number; cells: readonly string[] }[];
  }) => Reply<{ readonly staged: number }>;
  /** Reads and compares everything; nothing is changed. */
  'import.check': (input: {
    id: string;
    columns: Readonly<Record<string, number>>;
    dates: string;
    /** What an empty cell means, by the column's key, where that is asked. */
    blanks?: Readonly<Record<string, string>>;
    complete: boolean;
  }) => Reply<ImportView>;
  'import.get': (input: { id: string }) => Reply<ImportView>;
  /** Puts the file in force; lines that are wrong are left out only where somebody says so. */
  'import.apply': (input: { id: string; leaveOutBad: boolean }) => Reply<ImportView>;
};

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  readonly next: string | null;
  /** Of all accounts, whatever is searched for. */
  readonly total: number;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** An account as the form has it: people and organizations by id. */
export interface AccountForm {
  readonly cid: string;
  readonly name: string;
  readonly externalId: string;
  readonly organizations: readonly string[];
  readonly accountManager: string;
  readonly regionalManager: string;
  readonly customerSuccessManager: string;
  readonly contacts: readonly {
    readonly name: string;
    readonly email: string | null;
    readonly role: string | null;
  }[];
  /** What was typed of what procedures keep with it, by procedure; what is absent stays as it is. */
  readonly parts: Readonly<Record<string, unknown>>;
}

export interface AccountView extends Omit<
  AccountForm,
  'organizations' | 'accountManager' | 'regionalManager' | 'customerSuccessManager'
> {
  readonly revision: number;
  readonly organizations: readonly Choice[];
  readonly accountManager: PersonView;
  readonly regionalManager: PersonView;
  readonly customerSuccessManager: PersonView | null;
}

/** An open request that goes to another manager with its account. */
export interface MovingView {
  readonly key: string;
  readonly account: string;
  readonly dueAt: Instant;
}

/** `staging`: rows arrive; `checking` and `applying`: at work; `checked`: waits for somebody to confirm. */
export type ImportPhase = 'staging' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';

export interface ImportProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
  readonly remedy: string;
}

/** What the file does to one account, field by field; of a new one there is no `from`. */
export interface AccountChange {
  readonly line: number;
  readonly cid: string;
  readonly name: string;
  readonly kind: 'added' | 'changed';
  readonly fields: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}

/** What a file sets going beside its accounts, as the procedure announces it, and how much of it is decided. */
export interface BesideView {
  readonly done: number;
  readonly of: number;
  readonly announced: unknown;
}

export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly phase: ImportPhase;
  readonly done: number;
  readonly rows: number;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly bad: number;
  };
  /** The first of each; the counts are of all. */
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly AccountChange[];
  readonly removed: readonly string[];
  readonly moving: readonly MovingView[];
  /** By procedure. */
  readonly beside: Readonly<Record<string, BesideView>>;
  readonly failure: string | null;
}
