// A customer's reply moves the ticket to support, and that is left alone (AM-29): support must see it. The open ask
// stays, its clock runs on (AM-30), and once the customer is answered the ticket goes back to where the ask stands.
import { type Ask, statusOf } from '../ask';
import { type Because, because } from '../because';
import { addBusinessMinutes } from '../calendar/business-time';
import type { Draft } from '../draft';
import type { AccountId } from '../ids';
import type { Instant } from '../instant';
import { calendarOf, standsIn, type Situation } from '../situation';
import type { Comment } from '../ticket';

/** Is this the customer speaking? A portal customer, or whoever reported the ticket. */
export const isCustomerReply = (situation: Situation, comment: Comment): boolean => {
  const { reporter, assignee } = situation.ticket;
  if (!comment.public || comment.author.kind === 'app') return false;
  if (comment.author.kind === 'customer') return true;
  const { accountId } = comment.author;
  return accountId === reporter?.accountId && accountId !== assignee?.accountId;
};

/** AM-25: the customer replies while the response is still missing. */
export function customerReplied(draft: Draft, situation: Situation, ask: Ask, comment: Comment): void {
  if (ask.customerReply?.putBackAt != null) return; // already waiting for our answer, since the first reply
  const putBackAt = addBusinessMinutes(calendarOf(situation, null), comment.at, situation.queue.customerReply.graceMinutes);
  draft.changeAsk(ask, { customerReply: { at: comment.at, putBackAt } });
  draft.done(comment.at, comment.author.accountId, 'The customer replied; the request stays open',
    because('AM-29', 'The ticket stays with support until the customer is answered. The due time has not moved.', {
      'due at': ask.dueAt,
      'put back at the latest': putBackAt,
    }));
}

/** AM-26, AM-27: support has answered the customer; the ticket goes back to the status of the open ask. */
export function customerAnswered(draft: Draft, situation: Situation, ask: Ask, at: Instant, by: AccountId | null, why: Because): void {
  const changed = draft.changeAsk(ask, { customerReply: null });
  const moves = standsIn(situation, 'waiting-for-support');
  draft.done(at, by, moves ? `Put back to ${situation.queue.statuses[statusOf(changed)].name}` : 'The customer was answered', why);
  if (moves) draft.status = { role: statusOf(changed), actor: null, clause: 'AM-27' };
}

/** A9: nobody answered within the grace time; put back all the same, with a flag that stays until somebody does. */
export function graceOver(draft: Draft, situation: Situation, ask: Ask): void {
  const reply = ask.customerReply;
  if (reply === null || reply.putBackAt === null || reply.putBackAt > situation.now) return;
  const changed = draft.changeAsk(ask, { customerReply: { ...reply, putBackAt: null } });
  if (!standsIn(situation, 'waiting-for-support')) return;
  draft.status = { role: statusOf(changed), actor: null, clause: 'A9' };
  draft.done(situation.now, null, `Put back to ${situation.queue.statuses[statusOf(changed)].name}; the customer is still unanswered`,
    because('A9', 'The grace time for answering the customer has passed; the flag "customer replied, unanswered" stays.', {
      'replied at': reply.at,
      grace: `${situation.queue.customerReply.graceMinutes} business minutes`,
    }));
}
