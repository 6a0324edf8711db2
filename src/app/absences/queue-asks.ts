import { holderList } from '../../core/procedure';
import type { AccountId, IssueId } from '../../core/ids';
import type { Ports } from '../ports';

/** Open asks of one person that are handed over at once; the rest follow with the next hourly check. */
const mostAsks = 500;

/** Queues a turn for each ticket that waits for this person; the turn hands it over, or finds nothing to do. */
export async function queueAsksOf(ports: Ports, person: AccountId): Promise<void> {
  const asks = await ports.tickets.listed<{ issueId: IssueId }>(holderList, person, mostAsks);
  if (asks.length > 0)
    await ports.turns.push(asks.map(({ issueId }) => ({ issueIds: [issueId], delaySeconds: 0 })));
}
