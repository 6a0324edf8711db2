// Whom a tag in a comment means: the account manager, whoever stands in for them, the regional manager, or somebody who
// manages another account (S4).
import type { CustomerAccount } from '../../core/account';
import type { AccountId } from '../../core/ids';
import { delegateOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { Comment } from '../../core/ticket';
import { managersOf, mayBeManagers } from './managers';

export interface Tagged {
  readonly person: AccountId;
  readonly means: 'manager' | 'other-manager';
  /** 0 asks the account manager, 1 management. */
  readonly rung: 0 | 1;
}

/** The manager whom this comment tags; null where it tags none, or is a manager's own word to another one. */
export function taggedIn(situation: Situation, comment: Comment): Tagged | null {
  const { author, mentions } = comment;
  const { account } = situation;
  if (mentions.length === 0) return null;
  const accounts =
    account.kind === 'known' ? [account.account] : account.kind === 'choose' ? account.choices : [];
  const all = accounts.map((one) => places(situation, one));
  // Managers talk to those above them about what they were asked themselves.
  if (all.some(({ manager }) => manager.includes(author.accountId))) return null;
  const others = mentions.filter((person) => person !== author.accountId);
  const find = (place: 'manager' | 'above'): AccountId | undefined =>
    others.find((person) => all.some((one) => one[place].includes(person)));
  const manager = find('manager');
  if (manager !== undefined) return { person: manager, means: 'manager', rung: 0 };
  const above = find('above');
  if (above !== undefined) return { person: above, means: 'manager', rung: 1 };
  // Without an account nobody can say whose manager it is: the request waits for the account (A12).
  if (account.kind === 'unknown') {
    const [person] = mayBeManagers(situation, comment);
    return person === undefined ? null : { person, means: 'manager', rung: 0 };
  }
  const other = others.find((person) => situation.managers?.includes(person));
  if (other === undefined) return null;
  return { person: other, means: 'other-manager', rung: 0 };
}

/** Who may be tagged for the account manager, and who for the regional manager: themselves, and who stands in for them now. */
function places(
  situation: Situation,
  account: CustomerAccount,
): { readonly manager: readonly AccountId[]; readonly above: readonly AccountId[] } {
  const { accountManager, regionalManager } = managersOf(situation, account);
  const withStandIn = (person: AccountId | null): AccountId[] => {
    if (person === null) return [];
    const delegate = delegateOf(situation.people, person, situation.now);
    return delegate === null ? [person] : [person, delegate];
  };
  return { manager: withStandIn(accountManager), above: withStandIn(regionalManager) };
}
