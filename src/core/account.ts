import type { CustomerAccess } from '../procedures/access-request/customer-access';
import type { RateCard } from '../procedures/change-request/money';
import type { AccountId, Cid, OrganizationId } from './ids';
import type { Rhythm } from '../procedures/key-account/cycles';

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
  /** Dates as `2026-03-01`; from always where `from` is null (KA-14, K13). Absent where it is no key account. */
  readonly keyAccount?: { readonly from: string | null; readonly until: string | null };
  /** When it runs production, for the cycles after a release (K10). */
  readonly productionCycle?: Rhythm;
  readonly contacts?: readonly AccountContact[];
  /** Who looks after the customer; the role's people where it is absent. */
  readonly customerSuccessManager?: AccountId;
  /** What it has bought, as the system of record spells it (HY-01). */
  readonly products?: readonly string[];
  /** The day rates agreed with it (CR-09). */
  readonly rateCard?: RateCard;
  /** Who of the customer's decides on change requests (C8); anybody of theirs where it is absent. */
  readonly changeApprovers?: readonly AccountId[];
  /** Its line in the customer access list (EA-01); absent while it has none. */
  readonly access?: CustomerAccess;
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
