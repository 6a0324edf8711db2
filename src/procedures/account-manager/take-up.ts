// A request ended with its ticket, and the ticket is open again: an agent takes it up where it stood (AM-13).
import { asksOf, changeAsks, standsAt } from './asks';
import { type Ask, statusOf } from './ask';
import type { Actor } from '../../core/act';
import { because } from '../../core/because';
import { addBusinessMinutes, businessMinutesBetween } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import { later } from '../../core/instant';
import { nameOf } from '../../core/people';
import { responseCalendar } from '../../core/situation';
import { graceFrom, ladderOf, remindersBefore } from './clock';
import { showManagers } from './manager-fields';
import { stillHolder } from './stand-in';
import { foundWords } from './words';

/** The time that was left when it ended is left again, and no less than the grace. */
export function takeUpAgain(c: Case, { accountId: by }: Actor): null {
  const { ended, asks, closed } = asksOf(c.ledger);
  if (ended == null) return null; // refused before
  const { now } = c;
  const endedAt = closed.at(-1)?.closedAt ?? now;
  const { holder, standsInFor } = stillHolder(c, ended);
  const calendar = responseCalendar(c, holder);
  const left = Math.max(0, businessMinutesBetween(calendar, endedAt, ended.dueAt));
  const dueAt = later(addBusinessMinutes(calendar, now, left), graceFrom(c, holder, now));
  const rung = ladderOf(c, ended)[ended.rung];
  const who = ended.holds.at(-1)?.who ?? 'account-manager';
  const ask: Ask = {
    ...ended,
    id: `${c.ticket.issueId}-${asks + 1}`,
    holder,
    standsInFor: holder === ended.holder ? ended.standsInFor : standsInFor,
    asked: [...ended.asked.filter((person) => person !== holder), holder],
    holds: [{ who, from: now }],
    since: now,
    told: now,
    handedOver: true,
    dueAt,
    reminders: rung === undefined ? [] : remindersBefore(c, rung, holder, now, dueAt),
    exhausted: false,
    heldAtDue: null,
    customerReply: null,
  };
  changeAsks(c, { ask, asks: asks + 1, ended: null });
  showManagers(c, null, 'AM-23');
  c.status = { to: c.queue.statuses[statusOf(ask)], actor: by, clause: 'AM-13' };
  c.done(
    now,
    by,
    `Request taken up again: ${nameOf(c.people, holder)} is asked`,
    because('AM-13', 'It had ended with the ticket; the time that was left then is left again.', {
      'ended at': endedAt,
      'due at': dueAt,
    }),
  );
  c.announce(foundWords(c, ask), by, 'AM-23', standsAt(ask));
  return null;
}
