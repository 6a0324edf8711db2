import { defaultHybridPolicy } from '../../../src/procedures/hybrid-account/settings/policy';
import {
  hybridOf,
  type Product,
  products,
  readProducts,
} from '../../../src/procedures/hybrid-account/products';

/** All sixteen combinations, each with whether it is hybrid (HY-01). */
const rows = Array.from({ length: 16 }, (_, number) =>
  products.filter((_product, place) => (number & (1 << place)) !== 0),
).map((owned) => {
  const has = (product: Product) => owned.includes(product);
  return [
    owned.join(' + ') || 'nothing',
    owned,
    has('credentialing-service') && (has('learning') || has('compliance')),
  ] as const;
});

describe('hybrid is fully managed credentialing with Learning or Compliance (HY-01)', () => {
  it.each(rows)('%s', (_what, owned, expected) => {
    expect(hybridOf(new Set(owned))).toBe(expected);
  });

  it('holds for six of the sixteen', () => {
    expect(rows.filter(([, , hybrid]) => hybrid)).toHaveLength(6);
  });
});

describe('products as the system of record spells them', () => {
  it.each([
    ['CRED SERV', 'credentialing-service'],
    ['cred-serv', 'credentialing-service'],
    ['Learning', 'learning'],
    ['LMS', 'learning'],
    ['CRED SOFT', 'credentialing-software'],
  ])('%s', (spelling, product) => {
    expect(readProducts([spelling], defaultHybridPolicy.productNames)).toEqual({
      owned: new Set([product]),
      unknown: [],
    });
  });

  it('says which spelling nobody has explained, and takes no notice of products no rule asks about', () => {
    expect(readProducts(['Lerning', 'Payroll'], { Payroll: null })).toEqual({
      owned: new Set(),
      unknown: ['Lerning'],
    });
  });
});
