import type { CustomerAccount } from './account';
import type { AccountId, Cid } from './ids';
import { peopleIn } from './roles';
import type { Situation } from './situation';

/** The account of a customer that the ticket follows beside its own; undefined where the directory has none. */
export const followedAccount = (
  { named = [] }: Pick<Situation, 'named'>,
  cid: Cid,
): CustomerAccount | undefined => named.find((one) => one.cid === cid);

/** Who looks after a customer: the account's own CSM, else the first of the role; null when there is nobody. */
export const csmOf = (
  { policy }: Pick<Situation, 'policy'>,
  account: CustomerAccount | undefined,
): AccountId | null => account?.customerSuccessManager ?? peopleIn(policy, 'csm')[0] ?? null;
