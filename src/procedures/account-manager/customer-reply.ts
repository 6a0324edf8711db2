// A customer's reply moves the ticket to support, and that is left alone (AM-29): support must see it. The open ask
// stays, its clock runs on (AM-30), and once the customer is answered the ticket goes back to where the ask stands.
import { changeAsk } from './asks';
import { type Ask, statusOf } from './ask';
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import type { Draft } from '../../core/draft';
import type { AccountId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { calendarOf, standsIn, type Situation } from '../../core/situation';
import type { Comment } from '../../core/ticket';

/** Is this the customer speaking? A portal customer, or whoever reported the ticket. */
export const isCustomerReply = (situation: Situation, comment: Comment): boolean => {
  const { reporter, assignee } = situation.ticket;
  if (!comment.public || comment.author.kind === 'app') return false;
  if (comment.author.kind === 'customer') return true;
  const { accountId } = comment.author;
  return accountId === reporter?.accountId && accountId !== assignee?.accountId;
};

/** Support has the ticket because of a customer's reply, and is not to be disturbed (AM-29). */
export const supportHasIt = (situation: Situation, ask: Ask): boolean =>
  ask.customerReply !== null &&
  ask.customerReply.stays &&
  standsIn(situation, 'waiting-for-support');

/** AM-25: the customer replies while the response is still missing. */
export function customerReplied(
  draft: Draft,
  situation: Situation,
  ask: Ask,
  comment: Comment,
): void {
  const { queue } = situation;
  if (ask.customerReply !== null && !ask.customerReply.answered && ask.customerReply.stays) return; // waits since the first reply
  const reading = queue.readings.afterCustomerReply;
  const putBackAt =
    reading === 'assisted'
      ? addBusinessMinutes(
          calendarOf(situation, null),
          comment.at,
          queue.customerReply.graceMinutes,
        )
      : null;
  const changed = changeAsk(draft, ask, {
    customerReply: { at: comment.at, putBackAt, stays: reading !== 'at-once', answered: false },
  });
  if (reading === 'at-once') {
    if (standsIn(situation, 'waiting-for-support'))
      draft.status = { to: queue.statuses[statusOf(changed)], actor: null, clause: 'A9' };
    draft.done(
      comment.at,
      comment.author.accountId,
      'The customer replied; the ticket goes back with a flag',
      because(
        'A9',
        'This queue puts a ticket back at once; the flag "customer replied, unanswered" stays until somebody answers.',
        { 'due at': ask.dueAt },
      ),
    );
    return;
  }
  draft.done(
    comment.at,
    comment.author.accountId,
    'The customer replied; the request stays open',
    because(
      'AM-29',
      'The ticket stays with support until the customer is answered. The due time has not moved.',
      {
        'due at': ask.dueAt,
        ...(putBackAt === null ? {} : { 'put back at the latest': putBackAt }),
      },
    ),
  );
}

/** AM-26, AM-27: support has answered the customer; the ticket goes back to the status of the open ask. */
export function customerAnswered(
  draft: Draft,
  situation: Situation,
  ask: Ask,
  at: Instant,
  by: AccountId | null,
  why: Because,
): void {
  if (situation.queue.readings.afterCustomerReply === 'by-hand' && ask.customerReply !== null) {
    changeAsk(draft, ask, { customerReply: { ...ask.customerReply, answered: true } });
    draft.done(
      at,
      by,
      'The customer was answered; put the ticket back by hand',
      because('A9', 'In this queue people put tickets back themselves.', why.values),
    );
    return;
  }
  putBack(draft, situation, ask, at, by, why);
}

/** The ticket goes back to the status of the open ask. */
export function putBack(
  draft: Draft,
  situation: Situation,
  ask: Ask,
  at: Instant,
  by: AccountId | null,
  why: Because,
): void {
  const changed = changeAsk(draft, ask, { customerReply: null });
  const to = situation.queue.statuses[statusOf(changed)];
  const moves = standsIn(situation, 'waiting-for-support');
  draft.done(at, by, moves ? `Put back to ${to.name}` : 'The customer was answered', why);
  if (moves) draft.status = { to, actor: null, clause: 'AM-27' };
}

/** A9: nobody answered within the grace time; put back all the same, with a flag that stays until somebody does. */
export function graceOver(draft: Draft, situation: Situation, ask: Ask): void {
  const reply = ask.customerReply;
  if (reply === null || reply.putBackAt === null || reply.putBackAt > situation.now) return;
  const changed = changeAsk(draft, ask, {
    customerReply: { ...reply, putBackAt: null, stays: false },
  });
  if (!standsIn(situation, 'waiting-for-support')) return;
  const to = situation.queue.statuses[statusOf(changed)];
  draft.status = { to, actor: null, clause: 'A9' };
  draft.done(
    situation.now,
    null,
    `Put back to ${to.name}; the customer is still unanswered`,
    because(
      'A9',
      'The grace time for answering the customer has passed; the flag "customer replied, unanswered" stays.',
      {
        'replied at': reply.at,
        grace: `${situation.queue.customerReply.graceMinutes} business minutes`,
      },
    ),
  );
}
