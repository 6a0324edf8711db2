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

/** Enough for a day of reminders in several procedures. */
const mostLooks = 40;

/** What happens next if nobody acts, in order of time; at most `limit` steps. */
export function nextSteps(ledger: Ledger, situation: Situation, limit = 5): NextStep[] {
  const steps: NextStep[] = [];
  // Whether a blocked status is looked at again is nobody's next step.
  let then: { ledger: Ledger; situation: Situation } = {
    ledger: { ...ledger, blocked: null },
    situation,
  };
  for (let looks = 0; looks < mostLooks && steps.length < limit; looks += 1) {
    const at = wakeAt(situation.procedures, then.ledger);
    if (at === null) break;
    const now = at > then.situation.now ? at : then.situation.now;
    const decision = decide(then.ledger, { ...then.situation, now });
    const entries = decision.ledger.journal.filter(({ id }) => id > then.ledger.entries);
    // A look at which there is nothing to tell, such as a forecast that still holds, is nobody's next step.
    if (entries.length === 0 && wakeAt(situation.procedures, decision.ledger) === at) break;
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
