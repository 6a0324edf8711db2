import { kvs, Sort } from '@forge/kvs';
import type { Unseen } from '../procedures/hybrid-account/unseen';
import { readQuery } from './read-query';

/** What a department has not acknowledged in one ticket, found by the department, the oldest first. */
export interface UnseenRow {
  readonly side: string;
  readonly since: string;
  readonly doc: Unseen;
}

/** Departments of a hybrid account: a row each, where something is unseen. */
export const sides = ['cs', 'fmc'] as const;

export async function unseenRows(side: Unseen['side'], limit: number): Promise<readonly Unseen[]> {
  const query = kvs
    .entity<UnseenRow>('unseen')
    .query()
    .index('by-side', { partition: [side] })
    .sort(Sort.ASC);
  return (await readQuery<UnseenRow>(query, limit)).map(({ doc }) => doc);
}
