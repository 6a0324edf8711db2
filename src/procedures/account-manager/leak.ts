// A manager's name in a public comment is a leak (X7): the customer has seen it, so nobody is looped in by it.
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { Comment } from '../../core/ticket';
import { isCustomerReply } from './customer-reply';

/** Names of the managers whom this comment tags where customers see it; null when it tags none. */
export function tagsInPublic(situation: Situation, comment: Comment): string | null {
  if (!comment.public || isCustomerReply(situation, comment)) return null;
  const { account, people } = situation;
  const accounts =
    account.kind === 'known' ? [account.account] : account.kind === 'choose' ? account.choices : [];
  const managers = accounts.flatMap((one) => [one.accountManager, one.regionalManager]);
  const seen = comment.mentions.filter((person) => managers.includes(person));
  return seen.length === 0
    ? null
    : [...new Set(seen.map((person) => nameOf(people, person)))].join(', ');
}

/** AM-12: tags of managers belong into internal comments; a public one loops nobody in and raises an alarm. */
export function leakAlarm(c: Case, comment: Comment): void {
  const names = tagsInPublic(c, comment);
  if (names === null) return;
  c.declinedWorthKeeping(
    comment.at,
    comment.author.accountId,
    `Customers can see that ${names} was tagged`,
    because(
      'X7',
      'The tag is in a public comment, so nobody was asked. Edit the comment, and tag in an internal note instead.',
      { tagged: names, comment: `${comment.id}` },
    ),
  );
}
