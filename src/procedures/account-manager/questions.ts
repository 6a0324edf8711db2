// More than one question at a time: they join the request that is open, and whoever asked them hears the answer (AM-23).
import { asksOf, changeAsk, standsAt } from './asks';
import type { OpenAsk, Question } from './ask';
import type { Actor } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import type { Comment } from '../../core/ticket';
import { requestIn } from '../../core/words/request-words';
import { answerers } from './answer';
import { noteOutOfBounds } from './may';
import { questionWords } from './words';

/** More than anybody answers at once; the oldest are in the ticket all the same. */
const mostQuestions = 10;

/** An internal comment that tags somebody who is asked already, and asks for something. */
export function joins(c: Case, ask: OpenAsk, comment: Comment): boolean {
  const { author, at } = comment;
  const asked = [ask.holder, ask.accountManager];
  if (comment.public || author.kind !== 'person' || at < ask.askedAt) return false;
  if (!asked.some((person) => comment.mentions.includes(person))) return false;
  if (
    answerers(c, ask).includes(author.accountId) ||
    requestIn(comment.said ?? comment.text, c.queue.replyWords) !== 'asks'
  )
    return false;
  join(c, ask, { by: author.accountId, at, note: comment.text });
  return true;
}

/** In the panel, while somebody is asked. */
export function addQuestion(
  c: Case,
  actor: Actor,
  { note }: { readonly note: string },
): Because | null {
  const { ask } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  const vague = noteOutOfBounds(c, note);
  if (vague !== null) return vague;
  const changed = join(c, ask, { by: actor.accountId, at: c.now, note });
  c.announce(questionWords(c, changed, note), actor.accountId, 'AM-23', standsAt(changed));
  return null;
}

function join(c: Case, ask: OpenAsk, question: Question): OpenAsk {
  const { by, at } = question;
  c.done(
    at,
    by,
    `${nameOf(c.people, by)} asked something more`,
    because(
      'AM-23',
      'It joins the request that is open: one answer answers both, by the same time.',
      {
        asked: nameOf(c.people, ask.holder),
        'due at': ask.dueAt,
      },
    ),
  );
  return changeAsk(c, ask, { also: [...(ask.also ?? []), question].slice(-mostQuestions) });
}
