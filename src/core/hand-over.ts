// Who has a wait now: people come, leave and are away (A14).
import type { Case } from './case';
import { askedOn, type Clock, excluded, toldSince } from './clock';
import { meant, present } from './party';
import { nameOf } from './people';
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
  if (stay.length > 0)
    return {
      ...clock,
      asked: [
        ...below,
        ...stay,
        ...come.map((one) => ({ ...askedOn(one, clock.rung), toldAt: toldSince(clock) })),
      ],
    };
  const from = held[0]?.person;
  if (from !== undefined)
    note(c, clock, {
      text: `Handed over to ${names(
        c,
        come.map(({ person }) => person),
      )}: ${clock.title}`,
      why: `${nameOf(c.people, from)} is away, or no longer does this.`,
    });
  return {
    ...clock,
    asked: [...below, ...come.map((one) => askedOn(one, clock.rung))],
    nextAt: clock.adopted === undefined || toldSince(clock) !== null ? c.now : clock.nextAt,
    ...(toldSince(clock) === null || from === undefined ? {} : { handedOver: from }),
  };
}
