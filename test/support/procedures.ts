import { rulesOf } from '../../src/app/app-procedure';
import type { CustomerAccount } from '../../src/core/account';
import type { Situation } from '../../src/core/situation';
import { withCustomerAccess } from '../../src/procedures/access-request/account';
import type { CustomerFacts } from '../../src/procedures/access-request/customer-facts';
import { withProducts } from '../../src/procedures/hybrid-account/account';
import { procedures } from '../../src/procedures';

/** The rules of every procedure, in their order. */
export const everyRule = rulesOf(procedures);

/** A customer that a ticket follows, with what it has bought. */
export type FollowedCustomer = CustomerFacts & { readonly products?: readonly string[] };

/** Customers that a ticket follows, as the situation has them. */
export const following = (
  customers: Readonly<Record<string, FollowedCustomer>>,
): Pick<Situation, 'named' | 'pastDays'> => ({
  named: Object.values(customers).map(
    ({ cid, name, access, csm, products = [] }): CustomerAccount =>
      withCustomerAccess(
        withProducts(
          {
            cid,
            name,
            organizations: [],
            accountManager: '',
            regionalManager: '',
            ...(csm === null ? {} : { customerSuccessManager: csm }),
          },
          products,
        ),
        access ?? undefined,
      ),
  ),
  pastDays: Object.fromEntries(
    Object.values(customers).map(({ cid, pastDays }) => [cid, pastDays]),
  ),
});
