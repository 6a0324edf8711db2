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

/** @returns how many tickets were queued */
export async function wakeDueTickets(
  ports: Pick<Ports, 'now' | 'turns' | 'log'> & {
    readonly tickets: Pick<Ports['tickets'], 'waking'>;
  },
): Promise<number> {
  const now = ports.now();
  const until = plusMs(now, horizonSeconds * 1000);
  let queued = 0;
  let cursor: string | null = null;
  // Ordered by due time, so the seconds fill up one after the other; a second may span two pages.
  let second = { delaySeconds: 0, taken: 0 };
  do {
    const page = await ports.tickets.waking(until, cursor);
    const bySecond = new Map<number, IssueId[]>();
    for (const wake of page.wakes) {
      const due = Math.max(0, Math.ceil((msOf(wake.at) - msOf(now)) / 1000));
      if (due > second.delaySeconds) second = { delaySeconds: due, taken: 0 };
      if (second.taken === perSecond) second = { delaySeconds: second.delaySeconds + 1, taken: 0 };
      second.taken += 1;
      bySecond.set(second.delaySeconds, [
        ...(bySecond.get(second.delaySeconds) ?? []),
        wake.issueId,
      ]);
    }
    const turns = [...bySecond].map(([delaySeconds, issueIds]) => ({
      issueIds,
      delaySeconds,
      onlyDue: true,
    }));
    if (turns.length > 0) await ports.turns.push(turns);
    queued += page.wakes.length;
    // What does not fit before the next run is the next run's.
    cursor = second.delaySeconds > horizonSeconds ? null : page.next;
  } while (cursor !== null);
  if (queued > 0) ports.log.info('woke', { tickets: queued });
  return queued;
}
