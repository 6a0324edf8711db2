// The Regional Manager field holds the organization's regional manager, or the fallback where both are one person.
import type { CustomerAccount } from '../../core/account';
import type { Ask } from './ask';
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { isThere, type Situation } from '../../core/situation';
import { nameOf } from '../../core/people';
import type { Comment } from '../../core/ticket';

export interface Managers {
  readonly accountManager: AccountId;
  /** Who stands in the Regional Manager field; null when nobody is above the account manager. */
  readonly regionalManager: AccountId | null;
  readonly because: Because;
}

/** The first on the fallback list who is there and not among `except` (A10). */
export const firstFallback = (
  situation: Situation,
  except: readonly AccountId[],
): AccountId | null =>
  situation.policy.fallback.find(
    (person) => !except.includes(person) && isThere(situation, person),
  ) ?? null;

/** Is the ticket's account the one that was asked, or was that deleted or replaced meanwhile? */
export const isAccountOf = ({ account }: Situation, { cid }: Ask): boolean =>
  account.kind === 'known' && account.account.cid === cid;

/** The account as an open ask has it: somebody may have been put in its manager's place by hand (A17). */
export const accountFor = (account: CustomerAccount, ask: Ask | null): CustomerAccount =>
  ask?.instead?.of === account.accountManager
    ? { ...account, accountManager: ask.instead.by }
    : account;

/**
 * AM-06 … AM-10, AM-22: the two managers of an account as the ticket shall show them. Both are one person when their
 * account ids are equal (A10), not when their names stand on a list.
 */
export function managersOf(situation: Situation, account: CustomerAccount): Managers {
  const { accountManager, regionalManager } = account;
  const { people } = situation;
  const values = {
    account: account.name,
    'account manager': nameOf(people, accountManager),
    'regional manager': nameOf(people, regionalManager),
  };
  if (accountManager !== regionalManager) {
    return {
      accountManager,
      regionalManager,
      because: because(
        'AM-07',
        `${values['regional manager']} is the regional manager of ${account.name}.`,
        values,
      ),
    };
  }
  const fallback = firstFallback(situation, [accountManager]);
  if (fallback === null) {
    return {
      accountManager,
      regionalManager: null,
      because: because(
        'A10',
        `${values['account manager']} is also the regional manager, and nobody else stands on the fallback list.`,
        values,
      ),
    };
  }
  const name = nameOf(people, fallback);
  return {
    accountManager,
    regionalManager: fallback,
    because: because(
      'AM-09',
      `${name}, because ${values['account manager']} is both account manager and regional manager.`,
      { ...values, fallback: name },
    ),
  };
}

/** Whom a tag may mean while the account is not known: people of the directory, whom SOPs ask. */
export const mayBeManagers = (
  { inDirectory, ticket }: Situation,
  { mentions, author }: Comment,
): readonly AccountId[] =>
  mentions.filter(
    (person) =>
      person !== author.accountId &&
      person !== ticket.assignee?.accountId &&
      (inDirectory === undefined || inDirectory.includes(person)),
  );
