// M14: the receipt of a customer's decision, in public and in their own name; never in anybody else's (X7).
import { because } from '../../../core/because';
import { sayAsCustomer as receipt } from '../effects';
import type { OwnCommand } from '../../../core/command';
import type { OutboxItem } from '../../../app/outbox';
import { type Done, done, failed, type Performing } from '../../../app/performing';

export async function sayAsCustomer(
  { ports, issueId, recovered, found }: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const { text } = receipt.inputOf(own);
  if (recovered) {
    const said = (await found())?.comments.find(
      (comment) =>
        comment.public && comment.author.accountId === item.actor && comment.text.trim() === text,
    );
    if (said !== undefined) return done({ comments: [said.id] });
  }
  const { viewer } = ports.jira;
  if (viewer === null || viewer.accountId !== item.actor) {
    const why = because(
      'C7',
      'The decision counts. Its receipt is in the portal panel; the comment can only be posted while the customer is there.',
      {},
    );
    return done({
      notes: [{ kind: 'declined', text: 'Receipt not posted as a comment', because: why }],
    });
  }
  try {
    return done({ comments: [(await viewer.door.say(issueId, text)).id] });
  } catch (error) {
    return done({ notes: [failed(error, item)] });
  }
}
