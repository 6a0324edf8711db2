// An open ask moves to another account or person: the organization was corrected, or the Account Manager field names
// somebody else (A17, AM-17). The clock is kept, and both hear of it.
import { asksOf, changeAsk, changeAsks, factsOf } from './asks';
import type { Ask, OpenAsk } from './ask';
import type { Actor } from '../../core/act';
import type { CustomerAccount } from '../../core/account';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Change } from '../../core/ticket';
import { elsewhere } from './elsewhere';
import { showManagers } from './manager-fields';
import { accountFor } from './managers';
import { nowMeant } from './owner-change';

/** Where it goes: to the account of the organization, to whom the field names, or nowhere. */
export interface MoveStep {
  readonly to: 'account' | 'field' | 'stay';
}

/** One click of an agent (A17). */
export function moveAsk(c: Case, { accountId: by }: Actor, { to }: MoveStep): Because | null {
  const { ask } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  const { account, field } = elsewhere(c, ask);
  if (to === 'stay') return stays(c, ask, by, account?.cid ?? field?.accountId);
  if (to === 'account' && account !== null) {
    c.change({ chosen: null });
    moveToAccount(c, ask, account, by);
  } else if (to === 'field' && field !== null) moveToPerson(c, ask, field.accountId, by);
  else
    return {
      ...because('A17', 'There is nowhere to move the request to.', { to }),
      field: 'to',
    };
  return null;
}

function stays(c: Case, ask: OpenAsk, by: AccountId, notTo: string | undefined): null {
  if (notTo !== undefined) changeAsk(c, ask, { notTo });
  c.done(
    c.now,
    by,
    'The request stays where it is',
    because('A17', `${nameOf(c.people, ask.holder)} is asked as before.`, {}),
  );
  return null;
}

/** The ask counts to that account from now on, and so does the ticket as long as it is open. */
export function moveToAccount(
  c: Case,
  ask: OpenAsk,
  account: CustomerAccount,
  by: AccountId,
): void {
  c.countTo(account);
  const { accountManager, regionalManager, cid } = account;
  const to = { cid, accountManager, regionalManager };
  handOn(c, ask, to, { by, why: `This ticket belongs to ${account.name}` });
}

/** A17: whom the field names is asked in the place of the account's manager, until the account has another one. */
function moveToPerson(c: Case, ask: OpenAsk, person: AccountId, by: AccountId | null): void {
  const { account } = c;
  if (account.kind !== 'known') return;
  const instead = { of: account.account.accountManager, by: person };
  const field = c.queue.fields.accountManager.name;
  const why = `The field ${field} names ${nameOf(c.people, person)}`;
  handOn(c, ask, { accountManager: person, instead }, { by, why });
}

/** The engine tells both; nobody has decided against what it moves to by that. */
function handOn(
  c: Case,
  before: OpenAsk,
  to: Pick<Ask, 'accountManager'> & Partial<Ask>,
  { by, why }: { readonly by: AccountId | null; readonly why: string },
): void {
  const from = before.standsInFor ?? before.holder;
  const { instead: _instead, notTo: _notTo, meant: _meant, ...kept } = factsOf(c.ledger) ?? before;
  const facts = {
    ...kept,
    ...to,
    moved: { at: c.now, from, held: before.holder, clause: 'A17' as const, why },
  };
  changeAsks(c, { ask: facts });
  showManagers(c, null, 'A17');
  const meant = nowMeant(c, { ...before, ...facts }) ?? before.holder;
  const name = nameOf(c.people, meant);
  const same = meant === from;
  c.done(
    c.now,
    by,
    same ? `The request counts to ${accountName(c)} now` : `The request moved to ${name}`,
    because('A17', `${why}; the clock is kept.`, {
      'was with': nameOf(c.people, before.holder),
      'is with': name,
      'due at': before.dueAt,
    }),
  );
}

const accountName = ({ account }: Case): string =>
  account.kind === 'known' ? account.account.name : 'another account';

/** A17: somebody names another person in the Account Manager field while a response is open. */
export function onFieldChanged(c: Case, ask: OpenAsk, { to, at, by }: Change): void {
  const { field } = elsewhere(c, ask);
  if (field === null || field.accountId !== to || c.account.kind !== 'known') return;
  if (accountFor(c.account.account, ask).accountManager === to) return;
  const person = by?.accountId ?? null;
  if (c.queue.readings.fieldChanged === 'at-once') return moveToPerson(c, ask, to, person);
  c.declinedWorthKeeping(
    at,
    person,
    `${c.queue.fields.accountManager.name} names ${field.name}, but ${nameOf(c.people, ask.holder)} is asked`,
    because(
      'A17',
      'The request can be moved to them by one click; until then it stays where it is.',
      {
        named: field.name,
        asked: nameOf(c.people, ask.holder),
      },
    ),
  );
}
