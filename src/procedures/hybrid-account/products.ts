// HY-01: what makes an account hybrid.
import { productNames } from './contract/settings';

/** The four products the SOP speaks of. */
export type Product = keyof typeof productNames;

export const products = Object.keys(productNames) as Product[];

/** HY-01: fully managed credentialing, and Learning or Compliance; self-managed credentialing does not count. */
export const hybridOf = (owned: ReadonlySet<Product>): boolean =>
  owned.has('credentialing-service') && (owned.has('learning') || owned.has('compliance'));

/** Spellings of products: as written in the system of record, to what they mean; null for a product no rule asks about. */
export type ProductNames = Readonly<Record<string, Product | null>>;

const plain = (spelling: string): string =>
  spelling
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** What an account owns, and the spellings nobody has explained. Case, spaces and punctuation do not matter. */
export function readProducts(
  spellings: readonly string[],
  names: ProductNames,
): { readonly owned: ReadonlySet<Product>; readonly unknown: readonly string[] } {
  const known = new Map<string, Product | null>([
    ...products.map((product): [string, Product] => [plain(product), product]),
    ...Object.entries(names).map(([name, product]): [string, Product | null] => [
      plain(name),
      product,
    ]),
  ]);
  const owned = new Set<Product>();
  const unknown: string[] = [];
  for (const spelling of spellings) {
    const product = known.get(plain(spelling));
    if (product === undefined) unknown.push(spelling);
    else if (product !== null) owned.add(product);
  }
  return { owned, unknown };
}
