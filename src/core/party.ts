// Who owes something now: the people meant, those who stand in for them, and in the end whoever leads (A14, X2). One function
// for every procedure.
import { followedAccount } from './followed';
import type { AccountId } from './ids';
import { delegateOf } from './people';
import { peopleIn } from './roles';
import { isThere, type Situation } from './situation';
import type { Wait } from './wait';

/** Somebody who is asked. */
export interface Present {
  readonly person: AccountId;
  /** Whose place they take. */
  readonly standsInFor?: AccountId;
}

/** The people meant, whether or not they are there; nobody where a role is vacant or a ticket is assigned to nobody. */
export function meant(
  situation: Situation,
  { of, cid }: Pick<Wait, 'of' | 'cid'>,
): readonly AccountId[] {
  if (typeof of !== 'string') return of.people;
  if (of === 'assignee')
    return situation.ticket.assignee === null ? [] : [situation.ticket.assignee.accountId];
  const { account } = situation;
  const customer =
    cid === undefined || (account.kind === 'known' && account.account.cid === cid)
      ? account.kind === 'known'
        ? account.account
        : undefined
      : followedAccount(situation, cid);
  const own = of === 'csm' ? customer?.customerSuccessManager : undefined;
  return own === undefined ? peopleIn(situation.policy, of) : [own];
}

/**
 * Who of them can be asked: whoever is there, in the place of the others their delegates, and where nobody is left the first
 * of the fallback list. If nobody at all can be asked, those meant who are only away keep it.
 * @param not people it is never asked of
 */
export function present(
  situation: Situation,
  people: readonly AccountId[],
  not: readonly AccountId[] = [],
): readonly Present[] {
  const may = (person: AccountId): boolean =>
    !not.includes(person) && canBeAsked(situation, person);
  const found = people.flatMap((person): Present[] => {
    if (may(person) && !isAway(situation, person)) return [{ person }];
    const delegate = delegateOf(situation.people, person, situation.now);
    return delegate !== null && may(delegate) ? [{ person: delegate, standsInFor: person }] : [];
  });
  const distinct = found.filter(
    ({ person }, place) => found.findIndex((one) => one.person === person) === place,
  );
  if (distinct.length > 0) return distinct;
  const last = situation.policy.fallback.find(
    (person) => may(person) && !isAway(situation, person),
  );
  if (last !== undefined)
    return [{ person: last, ...(people[0] === undefined ? {} : { standsInFor: people[0] }) }];
  return people.filter(may).map((person) => ({ person }));
}

/** Has that person said to be away now? */
export function isAway({ people, now }: Situation, person: AccountId): boolean {
  const delegation = people[person]?.delegation;
  return delegation !== undefined && now >= delegation.from && now < delegation.until;
}

function canBeAsked(situation: Situation, person: AccountId): boolean {
  const blind = situation.people[person]?.cannotSee?.includes(situation.ticket.projectId) ?? false;
  return !blind && isThere(situation, person);
}
