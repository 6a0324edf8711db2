// A comment that is edited later may add a tag, a question or the answer (AM-23, A3): it counts from the edit, for what it
// adds. A comment that has asked before asks nothing again.
import { asksOf, changeAsk, changeAsks } from './asks';
import type { Case } from '../../core/case';
import type { Comment } from '../../core/ticket';
import { answered, answerers, whyNoAnswer } from './answer';
import { because } from '../../core/because';
import { nameOf } from '../../core/people';
import type { OpenAsk } from './ask';
import { onTag } from './by-hand';
import { joins } from './questions';

/** More than one ticket's comments ask. */
const heardKept = 50;

/** Judges a comment, and remembers when it has asked for something. */
export function hearing(
  judge: (c: Case, comment: Comment) => void,
): (c: Case, comment: Comment) => void {
  return (c, comment) => {
    const before = asksOf(c.ledger);
    judge(c, comment);
    const { asks, waiting, ask, heard = [] } = asksOf(c.ledger);
    const asked =
      asks !== before.asks || waiting !== before.waiting || ask?.also !== before.ask?.also;
    if (asked && (ask !== null || waiting !== null))
      changeAsks(c, { heard: [...heard, comment.id].slice(-heardKept) });
  };
}

/** @param comment as it is now; it was looked at before it was edited */
export function onEdited(c: Case, comment: Comment): void {
  const { ask, heard = [] } = asksOf(c.ledger);
  if (comment.editedBy !== undefined)
    return c.decline(
      because(
        'A3',
        'Somebody else has edited the comment, so it is not taken for its author’s words.',
        {
          author: comment.author.name,
          'edited by': nameOf(c.people, comment.editedBy),
        },
      ),
    );
  const said = { ...comment, at: comment.updated ?? comment.at };
  const asks = !heard.includes(comment.id);
  if (ask === null) {
    if (asks) onTag(c, said, comment.at);
    return;
  }
  if (comment.at < ask.askedAt && answerers(c, ask).includes(comment.author.accountId))
    return mayAnswer(c, ask, said);
  const noAnswer = whyNoAnswer(c, ask, said);
  if (noAnswer === null)
    return answered(c, ask, said.author.accountId, said.at, {
      how: `${said.author.name} was asked and has edited a comment`,
      tell: true,
    });
  if (!asks || !joins(c, ask, said)) c.decline(noAnswer);
}

/** Older than the request, and what it says more than before is not known: people say whether that is the answer. */
function mayAnswer(c: Case, ask: OpenAsk, { author, at, said, text }: Comment): void {
  changeAsk(c, ask, {
    promiseSaid: { by: author.accountId, at, text: (said ?? text).trim(), edited: true },
  });
  c.declinedWorthKeeping(
    at,
    author.accountId,
    `Not taken for the answer: ${author.name} has edited an earlier comment`,
    because(
      'A3',
      'The comment is older than the request. If it is the answer now, count it as the answer.',
      {
        said: (said ?? text).trim(),
      },
    ),
  );
}
