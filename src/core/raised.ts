// What the app raised it listens to: what happens in a raised ticket is passed to the procedure that raised it.
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import type { IssueId } from './ids';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { InRaised, Procedure } from './procedure';
import type { Situation } from './situation';
import type { Ticket } from './ticket';

/** Something in a raised ticket that was not heard yet, in the order of what happened in the ticket it was raised from. */
export interface InRaisedTicket extends InRaised {
  readonly kind: 'raised';
  readonly id: number;
}

const nothingHeard = { comment: 0, change: 0 };

/** Who raised it and runs; nobody while that procedure has failed: it hears everything once it runs again. */
const listener = (
  ledger: Ledger,
  procedures: readonly Procedure[],
  issueId: IssueId,
): Procedure | undefined => {
  const owner = ledger.raised?.find((one) => one.issueId === issueId)?.procedure;
  return procedures.find(({ id }) => id === owner);
};

/** What was not heard yet in the tickets that were raised from this one; the app's own words never count. */
export function inRaised(
  ledger: Ledger,
  { raisedTickets = [], procedures, self, policy }: Situation,
): InRaisedTicket[] {
  return raisedTickets.flatMap((ticket) => {
    if (listener(ledger, procedures, ticket.issueId) === undefined) return [];
    const seen = ledger.heard?.[ticket.issueId] ?? nothingHeard;
    const one = (id: number, at: Instant, what: Partial<InRaised>): InRaisedTicket => ({
      kind: 'raised',
      comment: null,
      change: null,
      ...what,
      ticket,
      id,
      at,
    });
    return [
      ...ticket.comments
        .filter(({ id, author }) => id > seen.comment && author.accountId !== self)
        .map((comment) => one(comment.id, comment.at, { comment })),
      ...ticket.changes
        .filter(({ id, ours }) => id > seen.change && !ours)
        .map((change) => one(change.id, change.at, { change })),
    ].filter(({ at }) => at >= policy.effectiveFrom);
  });
}

/** Passes it on to the procedure that raised the ticket. */
export function hear(c: Case, happening: InRaisedTicket): void {
  const procedure = listener(c.ledger, c.procedures, happening.ticket.issueId);
  if (procedure?.onRaised === undefined) return;
  c.as(procedure.id, () => behindBulkhead(procedure, () => procedure.onRaised?.(c, happening)));
}

/** Nothing is heard twice, and nothing is taken as heard by a procedure that has failed. */
export function rememberHeard(c: Case, { raisedTickets = [], procedures }: Situation): void {
  for (const ticket of raisedTickets) {
    const seen = c.ledger.heard?.[ticket.issueId] ?? nothingHeard;
    const now = heardOf(ticket, seen);
    if (now.comment === seen.comment && now.change === seen.change) continue;
    if (listener(c.ledger, procedures, ticket.issueId) === undefined) continue;
    c.change({ heard: { ...c.ledger.heard, [ticket.issueId]: now } });
  }
}

const heardOf = ({ comments, changes }: Ticket, seen: Ledger['cursor']): Ledger['cursor'] => ({
  comment: Math.max(seen.comment, ...comments.map(({ id }) => id)),
  change: Math.max(seen.change, ...changes.map(({ id }) => id)),
});
