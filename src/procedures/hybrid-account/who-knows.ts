// HY-18: the person who has to know, and who answers in their place. A colleague's word does not stand for theirs.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { present } from '../../core/party';
import { nameOf } from '../../core/people';
import { listed } from '../../core/prose';
import { isThere, type Situation } from '../../core/situation';
import { both, departmentOfSeat, type Knowledge, type Seat, seatsOf } from './knowledge';
import { type Clocks, wasAsked } from './clocks';
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

/** The wait for an acknowledgement: one for each person who has to know. */
export const ackKey = (situation: Situation, seat: Seat): string =>
  seat === 'fmc' ? 'ack:fmc' : `ack:cs:${meantBy(situation, seat)[0] ?? cidOf(seat)}`;

/** The seats for which somebody's acknowledgement counts. */
export const seatsHeldBy = (
  situation: Situation,
  knowledge: Pick<Knowledge, 'accounts'>,
  person: AccountId,
  clocks: Clocks = {},
): Seat[] =>
  both
    .flatMap((side) => seatsOf(knowledge, side))
    .filter(
      (seat) =>
        knowersOf(situation, seat).includes(person) ||
        // Who has stood in keeps it when the absent returns; both may.
        wasAsked(clocks, ackKey(situation, seat), person),
    );

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
