// What a ticket waits for, as pages show it: who has what, until when, and whether it is the viewer's turn.
import type { Headline, ProcedureLine, TicketWait } from '../../contract/ticket';
import { because } from '../../core/because';
import { holdersOf } from '../../core/clock';
import type { AccountId } from '../../core/ids';
import type { Ledger } from '../../core/ledger';
import type { Situation } from '../../core/situation';
import { personView, whyView } from '../views/why';

/** Everything that the clocks of the ticket say, the first due first. */
export function waitsView(
  { people, policy, now }: Situation,
  { clocks = [] }: Ledger,
  viewer: AccountId,
): readonly TicketWait[] {
  return [...clocks].sort(byDue).map((clock) => {
    const holders = holdersOf(clock);
    return {
      procedure: clock.procedure,
      wait: clock.key,
      title: clock.above[clock.rung - 1]?.title ?? clock.title,
      holders: holders.map((person) => personView(people, person)),
      since: clock.since,
      dueAt: clock.dueAt,
      overdue: clock.dueAt <= now,
      yours: holders.includes(viewer),
      why: whyView(
        because(clock.clause, clock.title, { since: clock.since, 'due at': clock.dueAt }),
        policy.version,
      ),
    };
  });
}

const byDue = (one: { readonly dueAt: string }, other: { readonly dueAt: string }): number =>
  one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0;

/** The first of the viewer's own, else the first of somebody's. */
export function headlineOf(waits: readonly TicketWait[]): Headline {
  const inOrder = [...waits].sort(byDue);
  const first = inOrder.find(({ yours }) => yours) ?? inOrder[0];
  return first === undefined
    ? { kind: 'none' }
    : {
        kind: first.yours ? 'your-turn' : 'waiting',
        person: first.holders[0] ?? null,
        title: first.title,
        dueAt: first.dueAt,
      };
}

/** A line for each procedure on which something waits here. */
export const sectionsOf = (waits: readonly TicketWait[]): readonly ProcedureLine[] =>
  [...new Set(waits.map(({ procedure }) => procedure))].map((procedure) => {
    const own = waits.filter((wait) => wait.procedure === procedure).sort(byDue);
    const [first] = own;
    const who = first?.holders.map(({ name }) => name).join(', ') ?? '';
    return {
      procedure,
      line: first?.yours
        ? `Your turn: ${first.title}`
        : `Waiting for ${who === '' ? 'somebody to be named' : who}: ${first?.title ?? ''}`,
    };
  });
