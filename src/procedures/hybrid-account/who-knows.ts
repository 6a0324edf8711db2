// HY-18: the person who has to know, and who answers in their place. A colleague's word does not stand for theirs.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { present } from '../../core/party';
import { nameOf } from '../../core/people';
import { listed } from '../../core/prose';
import { isThere, type Situation } from '../../core/situation';
import { canonical } from '../../core/canonical';
import {
  both,
  departmentOfSeat,
  type Knowledge,
  newsOf,
  type Seat,
  type SeatGroup,
  seatsOf,
} from './knowledge';
import { type AskedIn, isAsked } from '../../core/asked';
import { id as hybrid, knowledgeOf, saveKnowledge } from './state';
import { meantFor } from './sides';

export const cidOf = (seat: Seat): string => seat.slice('cs:'.length);

/** Whoever has to know for that seat: one person, as long as anybody is there. */
export const meantBy = (situation: Situation, seat: Seat): readonly AccountId[] =>
  meantFor(situation, departmentOfSeat(seat), cidOf(seat));

/** The person who has to know, and whoever stands in for them now (A14); whoever leads where nobody of them is there. */
export const knowersOf = (situation: Situation, seat: Seat): readonly AccountId[] => {
  const people = meantBy(situation, seat);
  return [
    ...new Set([
      ...people.filter((person) => isThere(situation, person)),
      ...present(situation, people).map(({ person }) => person),
    ]),
  ];
};

/** Who has to acknowledge what: one for each person who has to know. */
export interface ToAcknowledge {
  /** Of the wait. */
  readonly key: string;
  readonly seats: readonly [Seat, ...Seat[]];
}

export function toAcknowledge(situation: Situation, knowledge: Knowledge): ToAcknowledge[] {
  const { groups = [] } = withGroups(situation, knowledge);
  return [
    ...groups.flatMap(({ id, seats: [first, ...more] }) =>
      first === undefined ? [] : [{ key: `ack:cs:${id}`, seats: [first, ...more] as const }],
    ),
    ...(newsOf(knowledge, 'fmc').length === 0 ? [] : [{ key: 'ack:fmc', seats: ['fmc'] as const }]),
  ];
}

/** The seats with news by the person whose they are. What was one stays one while it is one person's. */
export function withGroups(situation: Situation, knowledge: Knowledge): Knowledge {
  const { groups: before = [] } = knowledge;
  const open = seatsOf(knowledge, 'cs').filter((seat) => newsOf(knowledge, seat).length > 0);
  let last = knowledge.last?.group ?? 0;
  const grouped = (seats: readonly Seat[], was?: SeatGroup): SeatGroup[] => {
    const byPerson = new Map<AccountId | null, Seat[]>();
    for (const seat of seats.filter((one) => open.includes(one))) {
      const person = meantBy(situation, seat)[0] ?? null;
      byPerson.set(person, [...(byPerson.get(person) ?? []), seat]);
    }
    // Whoever had it keeps it; where it is nobody's of before, whoever comes first takes it over.
    const people = [...byPerson.keys()];
    const keeps = was !== undefined && byPerson.has(was.person) ? was.person : people[0];
    return [...byPerson].map(([person, some]) => ({
      id: was !== undefined && person === keeps ? was.id : (last += 1),
      seats: some,
      person,
    }));
  };
  const known = before.flatMap((group) => grouped(group.seats, group));
  const fresh = grouped(open.filter((seat) => !known.some(({ seats }) => seats.includes(seat))));
  const groups = [...known, ...fresh];
  if (canonical(groups) === canonical(before)) return knowledge;
  const { update = 0, question = 0 } = knowledge.last ?? {};
  return { ...knowledge, groups, last: { update, question, group: last } };
}

/** Keeps who is asked for what together, as news and people come and go. */
export function keepGroups(c: Case): void {
  const knowledge = knowledgeOf(c.ledger);
  if (knowledge === undefined) return;
  const after = withGroups(c, knowledge);
  if (after !== knowledge) saveKnowledge(c, after);
}

/** The seats for which somebody's acknowledgement counts. */
export const seatsHeldBy = (
  situation: Situation,
  knowledge: Knowledge,
  person: AccountId,
  clocks: AskedIn = {},
): Seat[] => {
  // Who has stood in keeps it when the absent returns; both may.
  const asked = toAcknowledge(situation, knowledge)
    .filter(({ key }) => isAsked(clocks, { procedure: hybrid, wait: key }, person))
    .flatMap(({ seats }) => seats);
  return both
    .flatMap((side) => seatsOf(knowledge, side))
    .filter((seat) => asked.includes(seat) || knowersOf(situation, seat).includes(person));
};

/** Why somebody's acknowledgement does not count, naming whose would. */
export function notTheirs(situation: Situation, clause: string, seats: readonly Seat[]): Because {
  const people = [...new Set(seats.flatMap((seat) => knowersOf(situation, seat)))].slice(0, 5);
  return people.length === 0
    ? because(
        'X6',
        'Nobody who has to know this is there. An administrator names people for the roles in the settings.',
        {},
      )
    : because(
        clause,
        `${listed(
          people.map((person) => nameOf(situation.people, person)),
          'or',
        )} has to acknowledge this; nobody else can do it for them.`,
        {},
        { kind: 'be-one-of', people },
      );
}
