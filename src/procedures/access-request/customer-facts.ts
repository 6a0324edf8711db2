import type { CustomerAccount } from '../../core/account';
import type { AccountId, Cid } from '../../core/ids';
import type { Policy } from '../../core/policy';
import { peopleIn } from '../../core/roles';
import { accessOf } from './account';
import type { CustomerAccess } from './customer-access';

/** What the rules look at of one customer in an engineer's access request. */
export interface CustomerFacts {
  readonly cid: Cid;
  readonly name: string;
  /** Its line in the customer access list; null where there is none. */
  readonly access: CustomerAccess | null;
  /** Who follows up with the customer: the account's own CSM, else the first of the role; null when there is nobody. */
  readonly csm: AccountId | null;
  /** What other procedures keep with it. */
  readonly parts?: NonNullable<CustomerAccount['parts']>;
  /** M12: business days from request to working account, of past rows. */
  readonly pastDays: readonly number[];
}

export type Customers = Readonly<Record<Cid, CustomerFacts>>;

/** What is known of these customers; null when there are none. */
export function customersOf(
  policy: Policy,
  accounts: readonly CustomerAccount[],
  pastDays: Readonly<Record<Cid, readonly number[]>>,
): Customers | null {
  if (accounts.length === 0) return null;
  const [anyCsm = null] = peopleIn(policy, 'csm');
  return Object.fromEntries(
    accounts.map(({ cid, name, customerSuccessManager, parts = {} }) => [
      cid,
      {
        cid,
        name,
        access: accessOf({ parts }) ?? null,
        csm: customerSuccessManager ?? anyCsm,
        parts,
        pastDays: pastDays[cid] ?? [],
      },
    ]),
  );
}
