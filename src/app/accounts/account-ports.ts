import type { CustomerAccount } from '../../core/account';
import type { AccountId, Cid } from '../../core/ids';
import type { Catalogue } from '../settings-ports';
import type { AccountPart } from './account-part';
import type { AccountImport, ReadyRows } from './import/account-import';
import type { SheetRow } from './import/read-row';

/** What the accounts tab, imports and the feed need beside the ports of every use case. */
export interface AccountPorts {
  readonly book: AccountBook;
  readonly imports: ImportStore;
  readonly jobs: DirectoryJobs;
  /** What procedures add to accounts. */
  readonly parts: readonly AccountPart[];
  readonly catalogues: { readonly app: Catalogue; readonly viewer: Catalogue };
}

export interface StoredAccount {
  readonly account: CustomerAccount;
  readonly revision: number;
}

/** The list of accounts in force. */
export interface AccountBook {
  /** Those whose name or CID begins with `beginning`, by name, a page at a time; all for the empty text. */
  page(
    beginning: string,
    cursor: string | null,
  ): Promise<{ readonly accounts: readonly StoredAccount[]; readonly next: string | null }>;
  /** The accounts of one account manager, by name. */
  ofManager(
    manager: AccountId,
    cursor: string | null,
  ): Promise<{ readonly accounts: readonly StoredAccount[]; readonly next: string | null }>;
  count(): Promise<number>;
  find(cid: Cid): Promise<StoredAccount | null>;
  /** The account that the system of record knows under this id. */
  findExternal(externalId: string): Promise<StoredAccount | null>;
  /**
   * Writes accounts; those not named stay.
   * @param expectedRevision of a single account that somebody edits; 0 for a new one
   * @throws ChangedMeanwhile when somebody else was faster
   */
  put(accounts: readonly CustomerAccount[], expectedRevision?: number): Promise<void>;
  /** @throws ChangedMeanwhile when somebody else was faster */
  remove(cid: Cid, expectedRevision: number): Promise<void>;
  /** What a list that shall take the place of this one has to know of it. */
  revision(): Promise<number>;
  /**
   * Puts a whole list in the place of the one in force: until the last step nobody sees anything of it.
   * @param name of the new list, its own for each import
   * @throws ChangedMeanwhile when the list in force changed since `revision`
   */
  replace(
    name: string,
    accounts: readonly CustomerAccount[],
    revision: number,
    progress: (done: number) => Promise<void>,
  ): Promise<void>;
  /** True once the list of that name is in force. */
  inForce(name: string): Promise<boolean>;
}

/** An import on its way: the rows as they came, and how far it is. What is left lying is gone after a day. */
export interface ImportStore {
  state(id: string): Promise<AccountImport | null>;
  keep(state: AccountImport): Promise<void>;
  stage(id: string, chunk: number, rows: readonly SheetRow[]): Promise<void>;
  staged(id: string, chunk: number): Promise<readonly SheetRow[] | null>;
  /** Rows as the check read them, ready to be applied. */
  ready(id: string, chunk: number, rows: ReadyRows): Promise<void>;
  readied(id: string, chunk: number): Promise<ReadyRows | null>;
}

/** Work on the directory that takes longer than a page waits. */
export interface DirectoryJobs {
  push(job: DirectoryJob): Promise<void>;
}

export type DirectoryJob = {
  readonly kind: 'check-import' | 'apply-import' | 'feed';
  readonly id: string;
};

export type { AccountImport, SheetRow };
