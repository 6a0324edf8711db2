import type { AccountId, Cid } from '../../core/ids';
import { csmOf, followedAccount } from '../../core/followed';
import type { Situation } from '../../core/situation';
import { customerAccessOf } from './account';
import type { CustomerAccess } from './customer-access';

/** What the rules look at of one customer in an engineer's access request. */
export interface CustomerFacts {
  readonly cid: Cid;
  readonly name: string;
  /** Its line in the customer access list; null where there is none. */
  readonly access: CustomerAccess | null;
  /** Who follows up with the customer: the account's own CSM, else the first of the role; null when there is nobody. */
  readonly csm: AccountId | null;
  /** M12: business days from request to working account, of past rows. */
  readonly pastDays: readonly number[];
}

/** What is known of one customer that the ticket follows; its id alone where it is not in the directory. */
export function factsOf(situation: Situation, cid: Cid): CustomerFacts {
  const account = followedAccount(situation, cid);
  return {
    cid,
    name: account?.name ?? cid,
    access: (account === undefined ? undefined : customerAccessOf(account)) ?? null,
    csm: account === undefined ? null : csmOf(situation, account),
    pastDays: (account === undefined ? undefined : situation.pastDays?.[cid]) ?? [],
  };
}
