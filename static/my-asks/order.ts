import type { AskRow } from '../../src/procedures/account-manager/contract/gadget';

/** Overdue by the page's own clock: a row turns red at its second, not at the next reading. */
export const isOverdue = (row: Pick<AskRow, 'dueAt'>, now: number): boolean =>
  Date.parse(row.dueAt) <= now;

/** Overdue in front; within both parts the order of the functions stays: priority, then due time (AM-18). */
export const overdueInFront = (rows: readonly AskRow[], now: number): AskRow[] => [
  ...rows.filter((row) => isOverdue(row, now)),
  ...rows.filter((row) => !isOverdue(row, now)),
];

/** How many more have become overdue since the functions counted. */
export function countsNow(
  counts: { readonly overdue: number; readonly waiting: number },
  rows: readonly Pick<AskRow, 'dueAt' | 'overdue'>[],
  now: number,
): { readonly overdue: number; readonly waiting: number } {
  const since = rows.filter((row) => !row.overdue && isOverdue(row, now)).length;
  return { overdue: counts.overdue + since, waiting: counts.waiting };
}
