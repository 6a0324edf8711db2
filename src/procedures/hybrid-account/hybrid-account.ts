import type { Cid } from '../../core/ids';
import type { Situation } from '../../core/situation';
import { productsOf } from './account';
import type { HybridPolicy } from './settings/policy';
import { hybridOf, readProducts } from './products';

/** Is the ticket's account shared by the two departments? */
export function hybridAccount(
  situation: Situation,
  policy: HybridPolicy,
): { readonly cid: Cid; readonly name: string } | null {
  const { account } = situation;
  if (account.kind !== 'known') return null;
  const { cid, name } = account.account;
  return hybridOf(readProducts(productsOf(account.account), policy.productNames).owned)
    ? { cid, name }
    : null;
}
