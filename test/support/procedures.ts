import { rulesOf } from '../../src/app/app-procedure';
import type { CustomerAccount } from '../../src/core/account';
import type { Situation } from '../../src/core/situation';
import type { CustomerFacts } from '../../src/procedures/access-request/customer-facts';
import { procedures } from '../../src/procedures';

/** The rules of every procedure, in their order. */
export const everyRule = rulesOf(procedures);

/** Customers that a ticket follows, as the situation has them. */
export const following = (
  customers: Readonly<Record<string, CustomerFacts>>,
): Pick<Situation, 'named' | 'pastDays'> => ({
  named: Object.values(customers).map(({ cid, name, access, csm, products }): CustomerAccount => ({
    cid,
    name,
    organizations: [],
    accountManager: '',
    regionalManager: '',
    products,
    ...(csm === null ? {} : { customerSuccessManager: csm }),
    ...(access === null ? {} : { access }),
  })),
  pastDays: Object.fromEntries(
    Object.values(customers).map(({ cid, pastDays }) => [cid, pastDays]),
  ),
});
