import type { AccountId, Cid, OrganizationId } from './ids';

/** A customer account, copied from the system of record (AM-08). */
export interface CustomerAccount {
  readonly cid: Cid;
  readonly name: string;
  /** JSM organizations whose tickets are this account's. */
  readonly organizations: readonly OrganizationId[];
  readonly accountManager: AccountId;
  readonly regionalManager: AccountId;
  /** Its id in the system of record, by which the feed knows it (AM-08). */
  readonly externalId?: string;
  readonly contacts?: readonly AccountContact[];
  /** Who looks after the customer; the role's people where it is absent. */
  readonly customerSuccessManager?: AccountId;
  /** What a procedure keeps with it, by the procedure's id: read and written through {@link accountPart}. */
  readonly parts?: Readonly<Record<string, unknown>>;
}

/** What a procedure keeps with accounts, with the one place that knows its type. */
export interface AccountPartAccess<T> {
  /** Undefined where it keeps nothing with this account. */
  of(account: Pick<CustomerAccount, 'parts'>): T | undefined;
  /** The account with this part; without it where the part says nothing. */
  with(account: CustomerAccount, part: T | undefined): CustomerAccount;
}

/** The typed way to the part of one procedure. @param procedure its id */
export const accountPart = <T extends object>(procedure: string): AccountPartAccess<T> => ({
  of: ({ parts }) => parts?.[procedure] as T | undefined,
  with: (account, part) => withPart(account, procedure, part),
});

/** The account with what a procedure keeps there; what says nothing is not kept. */
export function withPart(
  { parts, ...account }: CustomerAccount,
  procedure: string,
  part: unknown,
): CustomerAccount {
  const { [procedure]: _before, ...others } = parts ?? {};
  const said = Object.entries(part ?? {}).filter(([, value]) => value !== undefined);
  const all = said.length === 0 ? others : { ...others, [procedure]: Object.fromEntries(said) };
  return Object.keys(all).length === 0 ? account : { ...account, parts: all };
}

/** Somebody at the customer's, or at ours for this customer. */
export interface AccountContact {
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
}

/** Which account a ticket belongs to; never guessed (A12). */
export type TicketAccount =
  | { readonly kind: 'known'; readonly account: CustomerAccount; readonly chosen: boolean }
  /** Its organizations belong to several accounts. */
  | { readonly kind: 'choose'; readonly choices: readonly CustomerAccount[] }
  /** It has no organization, or none that has an account. */
  | { readonly kind: 'unknown' };

/**
 * A12: the account of a ticket is the one of its organizations, or the one an agent chose.
 * @param found the accounts of the ticket's organizations, and of the choice if one was made
 */
export function accountOf(found: readonly CustomerAccount[], chosen: Cid | null): TicketAccount {
  const choice = chosen === null ? undefined : found.find((account) => account.cid === chosen);
  if (choice) return { kind: 'known', account: choice, chosen: true };
  const distinct = [...new Map(found.map((account) => [account.cid, account])).values()];
  const [only] = distinct;
  if (only === undefined) return { kind: 'unknown' };
  return distinct.length === 1
    ? { kind: 'known', account: only, chosen: false }
    : { kind: 'choose', choices: distinct };
}
