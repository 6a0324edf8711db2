// Ball in court: at every moment a ticket is open somebody holds it, and only one.
import { asksOf } from './asks';
import type { BallHolder, Hold } from './hold';
import type { Instant } from '../../core/instant';
import { msOf } from '../../core/instant';
import type { Ledger } from '../../core/ledger';
import type { QueuePolicy } from '../../core/policy';
import type { Ticket } from '../../core/ticket';

export interface Held {
  /** Milliseconds by holder; their sum is {@link Held.openMs}, exactly. */
  readonly byHolder: Readonly<Record<BallHolder, number>>;
  /** How long the ticket has been open; time in which it was done does not count. */
  readonly openMs: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An open ask holds the ball, whatever the status says (AM-28); without one the status tells support from customer. */
export function held(ledger: Ledger, ticket: Ticket, queue: QueuePolicy, now: Instant): Held {
  const byHolder: Record<BallHolder, number> = {
    support: 0,
    'account-manager': 0,
    'regional-manager': 0,
    management: 0,
    customer: 0,
  };
  const holds = holdsOf(ledger, now);
  let openMs = 0;
  for (const { from, to, status, done } of statusStretches(ticket, queue, now)) {
    if (done) continue;
    openMs += to - from;
    let asked = 0;
    for (const hold of holds) {
      const ms = overlap({ from, to }, hold);
      byHolder[hold.who] += ms;
      asked += ms;
    }
    byHolder[queue.customerStatuses.some(({ id }) => id === status) ? 'customer' : 'support'] +=
      to - from - asked;
  }
  return { byHolder, openMs };
}

const overlap = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** Who held the asks of this ticket when; one ask after the other, so that no two stretches overlap. */
function holdsOf(ledger: Ledger, now: Instant): (Stretch & { readonly who: Hold['who'] })[] {
  const { ask, closed } = asksOf(ledger);
  const asks = [
    ...closed.map(({ holds, closedAt }) => ({ holds, end: closedAt })),
    ...(ask === null ? [] : [{ holds: ask.holds, end: now }]),
  ];
  let free = 0;
  return asks.flatMap(({ holds, end }) =>
    holds.map(({ who, from }, index) => {
      const start = Math.max(free, msOf(from));
      const stop = Math.max(start, msOf(holds[index + 1]?.from ?? end));
      free = stop;
      return { who, from: start, to: stop };
    }),
  );
}

/** The stretches of time between the ticket's changes of status, from when it was created until now. */
function* statusStretches(
  ticket: Ticket,
  queue: QueuePolicy,
  now: Instant,
): Generator<Stretch & { status: string; done: boolean }> {
  const moves = ticket.changes.filter(({ field }) => field === 'status');
  const doneIds = new Set([
    ...queue.doneStatuses.map(({ id }) => id),
    ...(ticket.status.done ? [ticket.status.id] : []),
  ]);
  let from = msOf(ticket.createdAt);
  let status = moves[0]?.from ?? ticket.status.id;
  for (const { at, to } of moves) {
    const moment = Math.max(from, Math.min(msOf(at), msOf(now)));
    yield { from, to: moment, status, done: doneIds.has(status) };
    from = moment;
    status = to ?? status;
  }
  yield { from, to: Math.max(from, msOf(now)), status, done: doneIds.has(status) };
}
