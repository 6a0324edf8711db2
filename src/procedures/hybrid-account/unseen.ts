import type { Cid, IssueId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { ListRow } from '../../core/procedure';
import type { Department } from './settings/policy';
import { both, csSeat, gapOf, newsOf } from './knowledge';
import { knowledgeOf } from './state';

/** What one department has not acknowledged in one ticket (HY-18). */
export interface Unseen {
  readonly issueId: IssueId;
  readonly key: string;
  readonly side: Department;
  readonly count: number;
  /** Of the oldest of them. */
  readonly since: Instant;
  /** Those whose people have not acknowledged. */
  readonly accounts: readonly Cid[];
}

/** For each department that lacks something, what; none where both know everything. */
export function unseenIn(ledger: Ledger): Unseen[] {
  const { issueId, key } = ledger;
  const knowledge = knowledgeOf(ledger);
  if (knowledge === undefined) return [];
  return both.flatMap((side) => {
    const gap = gapOf(knowledge, side);
    const since = gap.map(({ at }) => at).sort()[0];
    const accounts = knowledge.accounts.filter(
      (cid) => side === 'fmc' || newsOf(knowledge, csSeat(cid)).length > 0,
    );
    return since === undefined ? [] : [{ issueId, key, side, count: gap.length, since, accounts }];
  });
}

/** The list of what departments have not acknowledged; found by the department. */
export const unseenList = 'unseen';

export const unseenRows = (ledger: Ledger): readonly ListRow[] =>
  unseenIn(ledger).map((doc) => ({ list: unseenList, who: doc.side, order: doc.since, doc }));
