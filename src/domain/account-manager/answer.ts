// The response is a recorded fact, not a status (AM-28): a comment of somebody who was asked, or their button.
import { type Ask, type ClosedAsk, statusOf } from '../ask';
import { type Because, because } from '../because';
import type { Draft } from '../draft';
import type { AccountId } from '../ids';
import type { Instant } from '../instant';
import { closedAsksKept } from '../ledger';
import { delegateOf, nameOf } from '../people';
import { standsIn, type Situation } from '../situation';
import type { Comment } from '../ticket';
import { answeredWords } from './words';

/** A3, A4: whose word is an answer: the account manager, everybody asked since, and their delegates. */
export function answerers(situation: Situation, ask: Ask): readonly AccountId[] {
  const asked = [ask.accountManager, ...ask.asked, ...(ask.standsInFor === null ? [] : [ask.standsInFor])];
  const delegates = asked.flatMap((person) => delegateOf(situation.people, person, situation.now) ?? []);
  return [...new Set([...asked, ...delegates])];
}

/** A3: why that comment is no answer, or null when it is one. */
export function whyNoAnswer(situation: Situation, ask: Ask, comment: Comment): Because | null {
  const { author } = comment;
  const values = { author: author.name };
  if (author.kind === 'app') return because('A3', 'A comment of an app or a bot never counts as the response.', values);
  if (comment.at < ask.askedAt) return because('A3', 'The comment is older than the request.', values);
  if (author.accountId === ask.askedBy && author.accountId !== ask.holder) {
    return because('A3', 'A comment of the person who asked never counts as the response.', values);
  }
  if (!answerers(situation, ask).includes(author.accountId)) {
    return because('A3', `${author.name} is not among those asked.`, {
      ...values,
      asked: answerers(situation, ask).map((person) => nameOf(situation.people, person)).join(', '),
    });
  }
  return null;
}

/**
 * A5: the ask is answered; the ticket goes back to support where it waited for the answer.
 * @param tell whether support shall be told in a comment of the app's own
 */
export function answered(
  draft: Draft,
  situation: Situation,
  ask: Ask,
  by: AccountId,
  at: Instant,
  { how, tell }: { readonly how: string; readonly tell: boolean },
): void {
  const { ticket, queue, people } = situation;
  close(draft, ask, 'answered', by, at);
  const waits = standsIn(situation, 'waiting-for-account-manager') || standsIn(situation, 'waiting-for-management');
  const support = queue.statuses['waiting-for-support'];
  draft.done(at, by, `${nameOf(people, by)} responded`,
    because('A3', `${how}, so the response is received.`, { from: nameOf(people, by), 'asked at': ask.askedAt, status: ticket.status.name }));
  draft.status = waits ? { role: 'waiting-for-support', actor: null, clause: 'A5' } : null;
  const told = supporter(situation, ask);
  if (tell && told !== null && told !== by) draft.announce(answeredWords(situation, told, by, waits ? support.name : null), null, 'A5', null);
}

/** Who in support waits for the answer: the assignee, else whoever asked. */
export const supporter = (situation: Situation, ask: Ask): AccountId | null =>
  situation.ticket.assignee?.accountId ?? ask.askedBy;

/** The response is no longer needed. */
export function withdrawn(draft: Draft, situation: Situation, ask: Ask, by: AccountId | null, why: Because): void {
  close(draft, ask, 'withdrawn', by, situation.now);
  draft.done(situation.now, by, 'Request withdrawn', why);
  const stands = standsIn(situation, statusOf(ask));
  draft.status = stands ? { role: 'waiting-for-support', actor: by, clause: why.clause } : null;
}

function close(draft: Draft, ask: Ask, how: ClosedAsk['how'], by: AccountId | null, at: Instant): void {
  const closed: ClosedAsk = {
    id: ask.id,
    entryId: ask.entryId,
    accountManager: ask.accountManager,
    askedAt: ask.askedAt,
    closedAt: at,
    how,
    by,
    rung: ask.rung,
  };
  draft.change({ ask: null, blocked: null, closed: [...draft.ledger.closed, closed].slice(-closedAsksKept) });
}
