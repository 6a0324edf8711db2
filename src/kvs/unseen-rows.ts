import { kvs, Sort } from '@forge/kvs';
import type { Unseen } from '../domain/hybrid/unseen';
import { storing } from './failures';

/** What a department has not acknowledged in one ticket, found by the department, the oldest first. */
export interface UnseenRow {
  readonly side: string;
  readonly since: string;
  readonly doc: Unseen;
}

/** Departments of a hybrid account: a row each, where something is unseen. */
export const sides = ['cs', 'fmc'] as const;

/** A query answers at most 100 rows: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const pageSize = 100;

export async function unseenRows(side: Unseen['side'], limit: number): Promise<readonly Unseen[]> {
  const found: Unseen[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.entity<UnseenRow>('unseen').query().index('by-side', { partition: [side] }).sort(Sort.ASC).limit(Math.min(pageSize, limit - found.length));
    const page = await storing(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    found.push(...page.results.map(({ value }) => value.doc));
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return found;
}
