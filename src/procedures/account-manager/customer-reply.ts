// A customer's reply moves the ticket to support, and that is left alone (AM-29): support must see it. The open ask
// stays, its clock runs on (AM-30), and once the customer is answered the ticket goes back to where the ask stands.
import { changeAsk } from './asks';
import { type OpenAsk, statusOf } from './ask';
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { calendarOf, standsIn, type Situation } from '../../core/situation';
import { spellTaken, takenFor } from '../../core/speaker';
import type { Comment } from '../../core/ticket';

/** X12: is this the customer speaking? */
export const isCustomerReply = (situation: Situation, comment: Comment): boolean =>
  takenFor(situation, comment).speaker === 'customer';

/** Support has the ticket because of a customer's reply, and is not to be disturbed (AM-29). */
export const supportHasIt = (situation: Situation, ask: OpenAsk): boolean =>
  ask.customerReply !== null &&
  ask.customerReply.stays &&
  standsIn(situation, 'waiting-for-support');

/** AM-25: the customer replies while the response is still missing. */
export function customerReplied(c: Case, ask: OpenAsk, comment: Comment): void {
  const taken = { 'taken for': spellTaken(takenFor(c, comment)) };
  const { queue } = c;
  if (ask.customerReply !== null && !ask.customerReply.answered && ask.customerReply.stays) return; // waits since the first reply
  const reading = queue.readings.afterCustomerReply;
  const putBackAt =
    reading === 'assisted'
      ? addBusinessMinutes(calendarOf(c, null), comment.at, queue.customerReply.graceMinutes)
      : null;
  const changed = changeAsk(c, ask, {
    customerReply: { at: comment.at, putBackAt, stays: reading !== 'at-once', answered: false },
  });
  if (reading === 'at-once') {
    if (standsIn(c, 'waiting-for-support'))
      c.status = { to: queue.statuses[statusOf(changed)], actor: null, clause: 'A9' };
    c.done(
      comment.at,
      comment.author.accountId,
      'The customer replied; the ticket goes back with a flag',
      because(
        'A9',
        'This queue puts a ticket back at once; the flag "customer replied, unanswered" stays until somebody answers.',
        { 'due at': ask.dueAt, ...taken },
      ),
    );
    return;
  }
  c.done(
    comment.at,
    comment.author.accountId,
    'The customer replied; the request stays open',
    because(
      'AM-29',
      'The ticket stays with support until the customer is answered. The due time has not moved.',
      {
        'due at': ask.dueAt,
        ...taken,
        ...(putBackAt === null ? {} : { 'put back at the latest': putBackAt }),
      },
    ),
  );
}

/** When a customer's reply was settled, by whom, and how. */
interface Settled {
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly why: Because;
}

/** AM-26, AM-27: support has answered the customer; the ticket goes back to the status of the open ask. */
export function customerAnswered(c: Case, ask: OpenAsk, { at, by, why }: Settled): void {
  if (c.queue.readings.afterCustomerReply === 'by-hand' && ask.customerReply !== null) {
    changeAsk(c, ask, { customerReply: { ...ask.customerReply, answered: true } });
    c.done(
      at,
      by,
      'The customer was answered; put the ticket back by hand',
      because('A9', 'In this queue people put tickets back themselves.', why.values),
    );
    return;
  }
  putBack(c, ask, { at, by, why });
}

/** The ticket goes back to the status of the open ask. */
export function putBack(c: Case, ask: OpenAsk, { at, by, why }: Settled): void {
  const changed = changeAsk(c, ask, { customerReply: null });
  const to = c.queue.statuses[statusOf(changed)];
  const moves = standsIn(c, 'waiting-for-support');
  c.done(at, by, moves ? `Put back to ${to.name}` : 'The customer was answered', why);
  if (moves) c.status = { to, actor: null, clause: 'AM-27' };
}

/** A9: nobody answered within the grace time; put back all the same, with a flag that stays until somebody does. */
export function graceOver(c: Case, ask: OpenAsk): void {
  const reply = ask.customerReply;
  if (reply === null || reply.putBackAt === null || reply.putBackAt > c.now) return;
  const changed = changeAsk(c, ask, {
    customerReply: { ...reply, putBackAt: null, stays: false },
  });
  if (!standsIn(c, 'waiting-for-support')) return;
  const to = c.queue.statuses[statusOf(changed)];
  c.status = { to, actor: null, clause: 'A9' };
  c.done(
    c.now,
    null,
    `Put back to ${to.name}; the customer is still unanswered`,
    because(
      'A9',
      'The grace time for answering the customer has passed; the flag "customer replied, unanswered" stays.',
      {
        'replied at': reply.at,
        grace: `${c.queue.customerReply.graceMinutes} business minutes`,
      },
    ),
  );
}
