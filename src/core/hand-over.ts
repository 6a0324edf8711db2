// Who has a wait now: people come, leave and are away (A14).
import type { Case } from './case';
import { type Asked, askedOn, type Clock, excluded, toldOf } from './clock';
import type { AccountId } from './ids';
import { meant, present } from './party';
import { nameOf } from './people';
import { names, note } from './say-waits';

/**
 * Who has it now, as people come, leave and are away (A14). Whoever has it keeps it while they may; where nobody of them is
 * left, those in their place are told, and the due time stays.
 */
export const holdersOfNow = (c: Case, clock: Clock): Clock =>
  ownersOfNow(c, presentHolders(c, clock));

/** It is with those above, and somebody else owes it by now: another manager of the account, another holder of the role. */
function ownersOfNow(c: Case, clock: Clock): Clock {
  if (clock.rung === 0) return clock;
  const owners = clock.asked.filter(({ rung }) => rung === 0);
  const above = clock.asked.filter(({ rung }) => rung > 0);
  const people = meant(c, clock);
  const stays = owners.some(({ person, standsInFor }) => people.includes(standsInFor ?? person));
  if (owners.length === 0 || people.length === 0 || stays) return clock;
  const not = [...excluded(clock), ...above.map(({ person }) => person)];
  const come = present(c, people, not).map((one) => askedOn(one, 0));
  if (come.length === 0) return clock;
  handedOver(c, clock, owners[0]?.person, come);
  return { ...clock, asked: [...come, ...above] };
}

function presentHolders(c: Case, clock: Clock): Clock {
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
  handedOver(c, clock, left, now);
  return {
    ...clock,
    asked: [...below, ...now],
    // What was adopted and told to nobody waits for its first reminder.
    nextAt: clock.adopted === undefined || told.length > 0 ? c.now : clock.nextAt,
    ...(told.length === 0 || left === undefined ? {} : { handedOver: left }),
  };
}

function handedOver(
  c: Case,
  clock: Clock,
  from: AccountId | undefined,
  to: readonly Asked[],
): void {
  if (from === undefined) return;
  const people = to.map(({ person }) => person);
  note(c, clock, {
    text: `Handed over to ${names(c, people)}: ${clock.title}`,
    why: `${nameOf(c.people, from)} is away, or no longer does this.`,
  });
}
