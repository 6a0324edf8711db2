// Every five minutes: queue what falls due before the next run, so that each ticket wakes at its own second. What it
// costs follows the tickets that are due, not those that are open.
import type { IssueId } from '../core/ids';
import { msOf, plusMs } from '../core/instant';
import type { Ports } from './ports';

/** The schedule's period and some more, because runs start late now and then. */
const horizonSeconds = 6 * 60;
/**
 * Jira, "Rate limiting": 100 requests a second to one endpoint, and an escalation is one comment. What is due beyond
 * that in one second goes into the next; a tenth is left for what people do meanwhile. Those of one second travel
 * together (bulk fetch takes 100 issues; Forge: 500 queue events a minute).
 */
const perSecond = 90;

/** Tickets that wake in the same second. */
interface Second {
  /** Seconds from the beginning of the run. */
  readonly after: number;
  readonly issueIds: IssueId[];
}

/** @returns how many tickets were queued */
export async function wakeDueTickets(
  ports: Pick<Ports, 'now' | 'turns' | 'log'> & {
    readonly tickets: Pick<Ports['tickets'], 'waking'>;
  },
): Promise<number> {
  const now = ports.now();
  const until = plusMs(now, horizonSeconds * 1000);
  const seconds: Second[] = [];
  let cursor: string | null = null;
  do {
    const page = await ports.tickets.waking(until, cursor);
    // Ordered by due time, so the seconds fill up one after the other; a second may span two pages.
    for (const { at, issueId } of page.wakes) {
      const due = Math.max(0, Math.ceil((msOf(at) - msOf(now)) / 1000));
      const last = seconds.at(-1);
      if (last !== undefined && due <= last.after && last.issueIds.length < perSecond)
        last.issueIds.push(issueId);
      else seconds.push({ after: Math.max(due, (last?.after ?? -1) + 1), issueIds: [issueId] });
    }
    // What does not fit before the next run is the next run's.
    cursor = (seconds.at(-1)?.after ?? 0) > horizonSeconds ? null : page.next;
  } while (cursor !== null);
  if (seconds.length === 0) return 0;
  // To look took time.
  const taken = Math.floor((msOf(ports.now()) - msOf(now)) / 1000);
  await ports.turns.push(
    seconds.map(({ after, issueIds }) => ({
      issueIds,
      delaySeconds: Math.max(0, after - taken),
      onlyDue: true,
    })),
  );
  const tickets = seconds.reduce((sum, { issueIds }) => sum + issueIds.length, 0);
  ports.log.info('woke', { tickets });
  return tickets;
}
