// What hybrid accounts add to customer accounts: what they have bought, and their opportunities that are Closed Won.
import { hybridSettingsOf } from '../settings/policy';
import * as v from 'valibot';
import { type AccountPart, partFields, partForm } from '../../../app/accounts/account-part';
import { given, list } from '../../../app/accounts/form-shapes';
import { spell } from '../../../app/accounts/import/differences';
import { listIn } from '../../../app/accounts/import/read-row';
import type { CustomerAccount } from '../../../core/account';
import { productsOf, withProducts } from '../account';
import type { HybridAccountView } from '../contract/account';
import { hybridOf, readProducts } from '../products';
import { closedWonEntry, closedWonFields } from './closed-won-record';
import { wonColumnNames, wonColumns } from './read-won';
import { unseenByAccount } from './unseen-by-account';
import { wonDealsOfFile } from './won-deals';

const name = 'Products';

const withBought =
  (products: readonly string[]) =>
  (account: CustomerAccount): CustomerAccount =>
    withProducts(account, products);

export const hybridAccountPart: AccountPart = {
  id: 'hybrid-account',
  stands: 'before-contacts',

  columns: [
    { key: 'products', name, cell: (account) => productsOf(account).join('; ') },
    ...wonColumns.map((key) => ({ key, name: wonColumnNames[key] })),
  ],
  read({ cell }) {
    const products = cell('products');
    return products === undefined ? undefined : withBought(listIn(products));
  },
  difference: { name, spell: (account) => spell(productsOf(account)) },
  beside: wonDealsOfFile,

  feed: {
    ...partFields(
      { products: v.optional(v.array(given('A product'))), ...closedWonFields },
      ({ products }) => (products === undefined ? undefined : withBought(products)),
    ),
    after: closedWonEntry,
  },
  configuration: partFields(
    {
      products: v.optional(
        v.pipe(v.array(given('A product')), v.maxLength(20, 'An account has at most 20 products.')),
      ),
    },
    ({ products }) => (products === undefined ? undefined : withBought(products)),
  ),

  form: partForm(
    v.object({ products: list('products', given('A product'), 100) }),
    (account, { products }) => withProducts(account, products),
  ),
  async view(ports, accounts) {
    const policy = await ports.policy.current();
    const hybrid = policy === null ? undefined : hybridSettingsOf(policy);
    const isHybrid = (account: CustomerAccount): boolean =>
      hybrid !== undefined &&
      hybridOf(readProducts(productsOf(account), hybrid.productNames).owned);
    const unseen = accounts.some(isHybrid)
      ? await unseenByAccount(ports)
      : new Map<string, number>();
    return (account) =>
      ({
        products: productsOf(account),
        hybrid: isHybrid(account) ? { notAcknowledged: unseen.get(account.cid) ?? 0 } : null,
      }) satisfies HybridAccountView;
  },
};
