// EA-22: by which an engineer's ticket is found again, so that nobody follows the same account twice.
import type { Cid, IssueId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import type { ListRow } from '../../core/procedure';
import { accessOf } from './state';

/** A ticket of an engineer, and the customers whose account it follows. */
export interface EngineersTicket {
  readonly issueId: IssueId;
  readonly key: string;
  readonly cids: readonly Cid[];
}

export const ticketsOfEngineer = {
  list: 'access-engineer',
  rows: (ledger: Ledger): readonly ListRow[] => {
    const request = accessOf(ledger);
    if (request?.engineer == null) return [];
    const { issueId, key } = ledger;
    const cids = request.rows
      .filter(
        ({ progress, accountClosedAt }) =>
          progress !== 'not-needed' && accountClosedAt === undefined,
      )
      .map(({ cid }) => cid);
    const doc: EngineersTicket = { issueId, key, cids };
    return [{ list: ticketsOfEngineer.list, who: request.engineer, order: key, doc }];
  },
} as const;
