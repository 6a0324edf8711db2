// Another account or person than the one that is asked is meant by now: the organization was corrected, or the Account
// Manager field names somebody else (A17, AM-17). Somebody decides whether the request moves.
import type { CustomerAccount } from '../../core/account';
import type { Case } from '../../core/case';
import type { Person } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { OpenAsk } from './ask';
import { changeAsk } from './asks';

/** Where an open ask could go instead. */
export interface Elsewhere {
  /** The account of the ticket's organization, which is not the one that was asked. */
  readonly account: CustomerAccount | null;
  /** Whom the Account Manager field names, who is not the one that was asked. */
  readonly field: Person | null;
}

/** What nobody has decided about yet. */
export function elsewhere({ organizationAccount, ticket }: Situation, ask: OpenAsk): Elsewhere {
  const { accountManager: named } = ticket;
  return {
    account:
      organizationAccount === undefined ||
      organizationAccount.cid === ask.cid ||
      organizationAccount.cid === ask.notTo
        ? null
        : organizationAccount,
    field:
      named === null ||
      named.kind !== 'person' ||
      !named.active ||
      named.accountId === ask.accountManager ||
      named.accountId === ask.notTo
        ? null
        : named,
  };
}

/** Remembers since when it is so: somebody owes the decision from then on, and what they chose is not written over. */
export function noticeElsewhere(c: Case, ask: OpenAsk): OpenAsk {
  // The fields are about to be written: what stands in them now is from before.
  if (c.personFields !== null) return ask;
  const { account, field } = elsewhere(c, ask);
  const to = account?.cid ?? field?.accountId;
  if (ask.meant?.to === to) return ask;
  return changeAsk(c, ask, { meant: to === undefined ? undefined : { to, since: c.now } });
}
