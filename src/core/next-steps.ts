// "If nobody acts": the same decision, asked about the times to come.
import type { Because } from './because';
import { decide, wakeAt } from './decide';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { Situation } from './situation';
import { ticketAfter } from './ticket-after';

export interface NextStep {
  readonly at: Instant;
  readonly text: string;
  readonly because: Because;
}

/** What happens next if nobody acts, in order of time; at most `limit` steps. */
export function nextSteps(ledger: Ledger, situation: Situation, limit = 5): NextStep[] {
  const steps: NextStep[] = [];
  // Whether a blocked status is looked at again is nobody's next step.
  let then: { ledger: Ledger; situation: Situation } = {
    ledger: { ...ledger, blocked: null },
    situation,
  };
  while (steps.length < limit) {
    const at = wakeAt(situation.procedures, then.ledger);
    if (at === null) break;
    const now = at > then.situation.now ? at : then.situation.now;
    const decision = decide(then.ledger, { ...then.situation, now });
    const entries = decision.ledger.journal.filter(({ id }) => id > then.ledger.entries);
    if (entries.length === 0) break;
    for (const { text, because } of entries)
      if (because !== null) steps.push({ at: now, text, because });
    const ticket = ticketAfter(
      then.situation.ticket,
      decision.effects,
      situation.queue,
      situation.people,
    );
    then = { ledger: decision.ledger, situation: { ...then.situation, now, ticket } };
  }
  return steps.slice(0, limit);
}
