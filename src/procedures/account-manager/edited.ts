// A comment that is edited later may add a tag, a question or the answer (AM-23, A3): it counts from the edit, for what it
// adds. A comment that has asked before asks nothing again.
import { asksOf, changeAsks } from './asks';
import type { Case } from '../../core/case';
import type { Comment } from '../../core/ticket';
import { answered, whyNoAnswer } from './answer';
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
  const said = { ...comment, at: comment.updated ?? comment.at };
  const asks = !heard.includes(comment.id);
  if (ask === null) {
    if (asks) onTag(c, said);
    return;
  }
  const noAnswer = whyNoAnswer(c, ask, said);
  if (noAnswer === null)
    return answered(c, ask, said.author.accountId, said.at, {
      how: `${said.author.name} was asked and has edited a comment`,
      tell: true,
    });
  if (!asks || !joins(c, ask, said)) c.decline(noAnswer);
}
