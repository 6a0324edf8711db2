// Every five minutes: queue what falls due before the next run, so that each ticket wakes at its own second. What it
// costs follows the tickets that are due, not those that are open.
import { msOf, plusMs } from '../domain/instant';
import type { Ports, Wake } from './ports';

/** The schedule's period and some more, because runs start late now and then. */
const horizonMs = 6 * 60_000;
/** Tickets that wake in the same second travel together (Jira: bulk fetch takes 100 issues). */
const perTurn = 25;

/** @returns how many tickets were queued */
export async function wakeDueTickets(ports: Ports): Promise<number> {
  const now = ports.now();
  const until = plusMs(now, horizonMs);
  let queued = 0;
  let cursor: string | null = null;
  do {
    const page = await ports.tickets.waking(until, cursor);
    const bySecond = new Map<number, Wake[]>();
    for (const wake of page.wakes) {
      const delay = Math.max(0, Math.ceil((msOf(wake.at) - msOf(now)) / 1000));
      bySecond.set(delay, [...(bySecond.get(delay) ?? []), wake]);
    }
    const turns = [...bySecond].flatMap(([delaySeconds, wakes]) => batches(wakes).map((batch) => ({ issueIds: batch, delaySeconds })));
    if (turns.length > 0) await ports.turns.push(turns);
    queued += page.wakes.length;
    cursor = page.next;
  } while (cursor !== null);
  if (queued > 0) ports.log.info('woke', { tickets: queued });
  return queued;
}

const batches = (wakes: readonly Wake[]): string[][] =>
  Array.from({ length: Math.ceil(wakes.length / perTurn) }, (_, index) =>
    wakes.slice(index * perTurn, (index + 1) * perTurn).map(({ issueId }) => issueId));
