// A manager's name in a public comment is a leak (X7): the customer has seen it, so nobody is looped in by it.
import { because } from '../because';
import type { Draft } from '../draft';
import { nameOf } from '../people';
import type { Situation } from '../situation';
import type { Comment } from '../ticket';
import { isCustomerReply } from './customer-reply';

/** AM-12: tags of managers belong into internal comments; a public one loops nobody in and raises an alarm. */
export function leakAlarm(draft: Draft, situation: Situation, comment: Comment): void {
  if (!comment.public || isCustomerReply(situation, comment)) return;
  const { account, people } = situation;
  const accounts = account.kind === 'known' ? [account.account] : account.kind === 'choose' ? account.choices : [];
  const managers = accounts.flatMap((one) => [one.accountManager, one.regionalManager]);
  const seen = comment.mentions.filter((person) => managers.includes(person));
  if (seen.length === 0) return;
  const names = [...new Set(seen.map((person) => nameOf(people, person)))].join(', ');
  draft.declinedWorthKeeping(comment.at, comment.author.accountId, `Customers can see that ${names} was tagged`,
    because('X7', 'The tag is in a public comment, so nobody was asked. Edit the comment, and tag in an internal note instead.', { tagged: names, comment: `${comment.id}` }));
}
