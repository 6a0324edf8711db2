// What this SOP keeps with a customer account.
import { accountPart, type CustomerAccount } from '../../core/account';

interface HybridFacts {
  /** What it has bought, as the system of record spells it (HY-01). */
  readonly products: readonly string[];
}

const part = accountPart<HybridFacts>('hybrid-account');

export const productsOf = (account: Pick<CustomerAccount, 'parts'>): readonly string[] =>
  part.of(account)?.products ?? [];
export const withProducts = (
  account: CustomerAccount,
  products: readonly string[],
): CustomerAccount => part.with(account, products.length === 0 ? undefined : { products });

/** How storage keeps it. */
export const stored = {
  fromFirstEdition: ({ products }: Readonly<Record<string, unknown>>) =>
    products === undefined ? undefined : { products },
};
