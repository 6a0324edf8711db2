import type { AccountId, IssueId } from '../../core/ids';
import { waitingList } from '../../core/wait-rows';
import type { Ports } from '../ports';

/** Lines of one person that are handed over at once; the rest follow with the next hourly check. */
const mostLines = 500;

/** Queues a turn for each ticket that waits for this person; the turn hands it over, or finds nothing to do. */
export async function queueAsksOf(ports: Ports, person: AccountId): Promise<void> {
  const lines = await ports.tickets.listed<{ issueId: IssueId }>(waitingList, person, mostLines);
  const tickets = [...new Set(lines.map(({ issueId }) => issueId))];
  if (tickets.length > 0)
    await ports.turns.push(tickets.map((issueId) => ({ issueIds: [issueId], delaySeconds: 0 })));
}
