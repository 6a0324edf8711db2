import { kvs, Sort } from '@forge/kvs';
import type { AccountPages } from '../app/ports';
import type { CustomerAccount } from '../domain/account';
import { storing } from './failures';

/** Forge: at most 100 results a page. */
const page = 100;

export const accountPages: AccountPages = {
  async page(cursor) {
    const query = kvs.entity<{ readonly doc: CustomerAccount }>('account').query().index('by-name', { partition: ['account'] }).sort(Sort.ASC).limit(page);
    const { results, nextCursor } = await storing(() => (cursor === null ? query : query.cursor(cursor)).getMany());
    return { accounts: results.map(({ value }) => value.doc), next: nextCursor ?? null };
  },
};
