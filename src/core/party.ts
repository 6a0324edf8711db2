// Who owes something now: the people meant, those who stand in for them, and in the end whoever leads (A14, X2). One function
// for every procedure.
import { followedAccount } from './followed';
import { holderOf } from './holder';
import type { AccountId, Cid } from './ids';
import { peopleIn, type Role } from './roles';
import { isThere, type Situation } from './situation';
import type { Party, Wait } from './wait';

/** Somebody who is asked. */
export interface Present {
  readonly person: AccountId;
  /** Whose place they take. */
  readonly standsInFor?: AccountId;
}

/** Between whom is chosen, where one of a list is meant. */
interface Choice {
  /** Asked before, or never to be asked. */
  readonly not: readonly AccountId[];
  /** Who has it now, and keeps it. */
  readonly held: readonly AccountId[];
}

/** The people meant, whether or not they are there; nobody where a role is vacant or a ticket is assigned to nobody. */
export function meant(
  situation: Situation,
  { of, cid }: Pick<Wait, 'of' | 'cid'>,
  choice: Choice = { not: [], held: [] },
): readonly AccountId[] {
  if (typeof of !== 'string')
    return 'people' in of ? of.people : first(situation, of.oneOf, choice);
  if (of === 'assignee') return assigned(situation);
  const customers = typeof cid === 'object' ? cid : [cid];
  return [...new Set(customers.flatMap((one) => holdersOfRole(situation, of, one)))];
}

function first(
  situation: Situation,
  list: readonly AccountId[],
  { not, held }: Choice,
): readonly AccountId[] {
  const there = list.filter((person) => isThere(situation, person) && !not.includes(person));
  const one = there.find((person) => held.includes(person)) ?? there[0];
  return one === undefined ? [] : [one];
}

/** Whoever holds a role; for a customer who has a CSM, that one. */
function holdersOfRole(
  situation: Situation,
  role: Role,
  cid: Cid | undefined,
): readonly AccountId[] {
  const { account } = situation;
  const customer =
    cid === undefined || (account.kind === 'known' && account.account.cid === cid)
      ? account.kind === 'known'
        ? account.account
        : undefined
      : followedAccount(situation, cid);
  const own = role === 'csm' ? customer?.customerSuccessManager : undefined;
  const all = peopleIn(situation.policy, role);
  return own === undefined ? all : orElse(situation, [own], all);
}

/** The assignee; where the ticket is assigned to nobody who is there, whoever leads the team. */
function assigned(situation: Situation): readonly AccountId[] {
  const assignee = situation.ticket.assignee?.accountId;
  const leads = peopleIn(situation.policy, 'team-lead');
  return orElse(situation, assignee === undefined ? [] : [assignee], leads);
}

/** Whose it is of themselves; the others where they are not there and nobody stands in, if there are any. */
function orElse(
  situation: Situation,
  own: readonly AccountId[],
  others: readonly AccountId[],
): readonly AccountId[] {
  const found = holderOf(situation, { people: own });
  return (found !== null && found.how !== 'away') || others.length === 0 ? own : others;
}

/** Who may be asked in the place of those meant. */
interface Standing {
  readonly not?: readonly AccountId[];
  readonly able?: readonly AccountId[] | undefined;
  readonly of?: Party;
}

/** Who can do it at all; undefined where everybody can. */
export const ableTo = (
  situation: Situation,
  { only, cid }: Pick<Wait, 'only' | 'cid'>,
): readonly AccountId[] | undefined => only?.flatMap((of) => meant(situation, { of, cid }));

/**
 * Who of them is asked: each who is there or has a delegate; where nobody is left, whoever {@link holderOf} finds, the
 * fallback list of the settings among them.
 * @param not people it is never asked of
 * @param able who alone can stand in for them; anybody where it is absent
 * @param of the party they are of, which may name others before the fallback list
 */
export function present(
  situation: Situation,
  people: readonly AccountId[],
  { not = [], able, of }: Standing = {},
): readonly Present[] {
  const may = { not, only: able === undefined ? undefined : [...people, ...able] };
  const each = people.flatMap((person) => {
    const found = holderOf(situation, { ...may, people: [person] });
    return found === null || found.how === 'away' ? [] : [found];
  });
  const distinct = each.filter(
    ({ holder }, place) => each.findIndex((one) => one.holder === holder) === place,
  );
  const orElse = typeof of === 'object' && 'people' in of ? (of.orElse ?? []) : [];
  const fallback = [...orElse, ...situation.policy.fallback];
  const last = distinct.length > 0 ? null : holderOf(situation, { ...may, people, fallback });
  return [...distinct, ...(last === null ? [] : [last])].map(({ holder, standsInFor }) => ({
    person: holder,
    ...(standsInFor === null ? {} : { standsInFor }),
  }));
}
