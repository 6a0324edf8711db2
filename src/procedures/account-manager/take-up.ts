// A request ended with its ticket, and the ticket is open again: an agent takes it up where it stood (AM-13).
import { asksOf, changeAsks, standsAt } from './asks';
import type { Ask, OpenAsk } from './ask';
import type { Actor } from '../../core/act';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { minutesUntil } from '../../core/clock';
import { nameOf } from '../../core/people';
import { asked, roleOn } from './open-ask';
import { foundWords } from './words';

/** What is kept of a request that ends with its ticket, so that it can be taken up again. */
export function asEnded(c: Case, open: OpenAsk, facts: Ask): Ask {
  const { told: _told, nobodyAbove: _nobody, hastened: _hastened, moved: _moved, ...kept } = facts;
  return {
    ...kept,
    from: Math.min(open.rung, facts.ladder.length - 1),
    customerReply: null,
    resumed: { asked: open.asked, minutes: minutesUntil(c, open.dueAt, open.holder) },
  };
}

/** The time that was left when it ended is left again, and no less than the grace. */
export function takeUpAgain(c: Case, { accountId: by }: Actor): null {
  const { ended, asks, closed } = asksOf(c.ledger);
  if (ended == null) return null; // refused before
  const number = asks + 1;
  changeAsks(c, { asks: number });
  const ask = asked(
    c,
    {
      ...ended,
      id: `${c.ticket.issueId}-${number}`,
      holds: [{ who: roleOn(ended.ladder, ended.from), from: c.now }],
    },
    by,
  );
  if (ask === null) return null;
  c.done(
    c.now,
    by,
    `Request taken up again: ${nameOf(c.people, ask.holder)} is asked`,
    because('AM-13', 'It had ended with the ticket; the time that was left then is left again.', {
      'ended at': closed.at(-1)?.closedAt ?? c.now,
      'due at': ask.dueAt,
    }),
  );
  c.announce(foundWords(c, ask), by, 'AM-23', standsAt(ask));
  return null;
}
