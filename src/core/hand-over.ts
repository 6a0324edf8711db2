// Who has a wait now: people come, leave and are away (A14).
import type { Case } from './case';
import { type Asked, askedOn, type Clock, excluded, toldOf } from './clock';
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
  const told = toldOf(clock);
  // Whoever comes to those who know finds it in their list.
  if (stay.some(({ person }) => told.includes(person)))
    return {
      ...clock,
      asked: [
        ...below,
        ...stay,
        ...come.map((one): Asked => ({ ...askedOn(one, clock.rung), listed: true })),
      ],
    };
  const now = [...stay, ...come].map((one) => askedOn(one, clock.rung));
  const left = held.find(({ person }) => !stay.some((one) => one.person === person))?.person;
  if (left !== undefined)
    note(c, clock, {
      text: `Handed over to ${names(
        c,
        now.map(({ person }) => person),
      )}: ${clock.title}`,
      why: `${nameOf(c.people, left)} is away, or no longer does this.`,
    });
  return {
    ...clock,
    asked: [...below, ...now],
    // What was adopted and told to nobody waits for its first reminder.
    nextAt: clock.adopted === undefined || told.length > 0 ? c.now : clock.nextAt,
    ...(told.length === 0 || left === undefined ? {} : { handedOver: left }),
  };
}
