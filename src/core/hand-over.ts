// Who has a wait now: people come, leave and are away (A14).
import type { Case } from './case';
import { type Asked, askedOn, type Clock, excluded, toldSince } from './clock';
import type { AccountId } from './ids';
import { meant, present, type Present } from './party';
import { names, note } from './say-waits';

/**
 * Who has it now, as people come, leave and are away (A14). Whoever has it keeps it while they may; where nobody of them is
 * left, those in their place are told, and the due time stays.
 */
export function holdersOfNow(c: Case, clock: Clock): Clock {
  const of = clock.rung === 0 ? clock.of : clock.above[clock.rung - 1]?.to;
  if (of === undefined) return clock;
  const below = clock.asked.filter(({ rung }) => rung < clock.rung);
  const not = [...excluded(clock), ...below.map(({ person }) => person)];
  const people = present(c, meant(c, { of, cid: clock.cid }), not);
  const held = clock.asked.filter(({ rung }) => rung === clock.rung);
  const stay = held.filter(
    ({ person, standsInFor }) =>
      people.some((one) => one.person === person) ||
      // A stand-in keeps it when the one who was away returns; both have it.
      (standsInFor !== undefined && present(c, [person], not).some((one) => one.person === person)),
  );
  const come = people.filter(({ person }) => !held.some((one) => one.person === person));
  if (stay.length === held.length && come.length === 0) return clock;
  if (stay.length === 0 && come.length === 0)
    return held.length === 0 ? clock : { ...clock, asked: below };
  const gone = held.filter((one) => !stay.includes(one)).map(({ person }) => person);
  const [from] = gone;
  if (from === undefined && stay.length > 0)
    return { ...clock, asked: [...below, ...joined(c, clock, come)] };
  if (from !== undefined)
    note(c, clock, {
      text:
        come.length > 0
          ? `Handed over to ${namesOf(c, come)}: ${clock.title}`
          : `Left to ${namesOf(c, stay)}: ${clock.title}`,
      why: `${names(c, gone)} ${gone.length === 1 ? 'is' : 'are'} away, or no longer ${gone.length === 1 ? 'does' : 'do'} this.`,
    });
  const asked = [...below, ...stay, ...come.map((one) => askedOn(one, clock.rung))];
  if (come.length === 0) return { ...clock, asked };
  return {
    ...clock,
    asked,
    nextAt: clock.adopted === undefined || toldSince(clock) !== null ? c.now : clock.nextAt,
    ...(toldSince(clock) === null || from === undefined ? {} : { handedOver: from }),
  };
}

const namesOf = (c: Case, people: readonly { readonly person: AccountId }[]): string =>
  names(
    c,
    people.map(({ person }) => person),
  );

/** Whoever joins those who have it finds it in their list, and has known of it from now on. */
const joined = (c: Case, clock: Clock, come: readonly Present[]): readonly Asked[] => [
  ...clock.asked.filter(({ rung }) => rung === clock.rung),
  ...come.map((one) => ({
    ...askedOn(one, clock.rung),
    toldAt: toldSince(clock) === null ? null : c.now,
  })),
];
