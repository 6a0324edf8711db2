// One account as a row of storage has it, and the other way: the one place that knows how rows looked before.
import type { CustomerAccount } from '../core/account';

export interface AccountRow {
  /** How the row is written; absent in the first edition, where procedures kept their fields on the account itself. */
  readonly v?: 2;
  readonly revision: number;
  /** The generation: indexes need a partition. */
  readonly kind: string;
  /** Name and CID as they are searched for: in lower case. */
  readonly name: string;
  readonly cid: string;
  /** Absent where there is none: an index takes no empty values. */
  readonly externalId?: string;
  /** The procedure that has marked the account; absent for all others. */
  readonly mark?: string;
  readonly accountManager: string;
  readonly doc: CustomerAccount;
}

/** A procedure's part of accounts, as `StoredPart` in src/app/accounts says it. */
interface Stored {
  readonly id: string;
  readonly stored?: {
    readonly marks?: (account: CustomerAccount) => boolean;
    readonly fromFirstEdition?: (fields: Readonly<Record<string, unknown>>) => unknown;
  };
}

/** How accounts become rows, with what procedures keep there. */
export interface AccountFormat {
  rowOf(generation: string, account: CustomerAccount, revision: number): AccountRow;
  read(row: AccountRow): CustomerAccount;
}

export const accountFormat = (procedures: readonly Stored[]): AccountFormat => ({
  rowOf(generation, account, revision) {
    const mark = procedures.find(({ stored }) => stored?.marks?.(account) === true)?.id;
    return {
      v: 2,
      revision,
      kind: generation,
      name: account.name.toLowerCase(),
      cid: account.cid.toLowerCase(),
      ...(account.externalId === undefined ? {} : { externalId: account.externalId }),
      ...(mark === undefined ? {} : { mark }),
      accountManager: account.accountManager,
      doc: account,
    };
  },

  read: ({ v, doc }) => (v === undefined ? upgraded(doc, procedures) : doc),
});

/** An account of the first edition: the fields of the core stay, and each procedure takes what is its own. */
function upgraded(
  { cid, name, organizations, accountManager, regionalManager, ...more }: CustomerAccount,
  procedures: readonly Stored[],
): CustomerAccount {
  const { externalId, contacts, customerSuccessManager, ...fields } = more;
  const parts = Object.fromEntries(
    procedures.flatMap(({ id, stored }) => {
      const part = stored?.fromFirstEdition?.(fields);
      return part === undefined ? [] : [[id, part]];
    }),
  );
  return {
    ...{ cid, name, organizations, accountManager, regionalManager },
    ...(externalId === undefined ? {} : { externalId }),
    ...(contacts === undefined ? {} : { contacts }),
    ...(customerSuccessManager === undefined ? {} : { customerSuccessManager }),
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
  };
}
