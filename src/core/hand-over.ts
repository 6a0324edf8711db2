// Who has a wait now: people come, leave and are away (A14).
import type { Case } from './case';
import { type Asked, askedOn, type Clock, excluded, levelOf, toldOf } from './clock';
import type { AccountId } from './ids';
import { names } from './note-wait';
import { ableTo, meant, present } from './party';
import { happens } from './wait-event';

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
  const choice = { not: excluded(clock), held: owners.map(placeOf) };
  const people = meant(c, clock, choice);
  const stays = owners.some((one) => people.includes(placeOf(one)));
  if (owners.length === 0 || people.length === 0 || stays) return clock;
  const not = [...excluded(clock), ...above.map(({ person }) => person)];
  const may = { not, able: ableTo(c, clock), of: clock.of };
  const come = present(c, people, may).map((one) => askedOn(one, 0));
  if (come.length === 0) return clock;
  const now = { ...clock, asked: [...come, ...above] };
  changesHands(c, clock, now, { from: owners.map(({ person }) => person), to: come });
  return now;
}

/** Whose turn it is by right. */
const placeOf = ({ person, standsInFor }: Asked): AccountId => standsInFor ?? person;

function presentHolders(c: Case, clock: Clock): Clock {
  const { of } = levelOf(clock);
  const below = clock.asked.filter(({ rung }) => rung < clock.rung);
  const not = [...excluded(clock), ...below.map(({ person }) => person)];
  const able = ableTo(c, clock);
  const may = { not, able, of };
  const held = clock.asked.filter(({ rung }) => rung === clock.rung);
  const choice = { not, held: held.map(placeOf) };
  const people = present(c, meant(c, { of, cid: clock.cid }, choice), may);
  const stay = held.filter(
    ({ person, standsInFor }) =>
      people.some((one) => one.person === person) ||
      // A stand-in keeps it when the one who was away returns; both have it.
      (standsInFor !== undefined &&
        able?.includes(person) !== false &&
        present(c, [person], may).some((one) => one.person === person)),
  );
  const come = people.filter(({ person }) => !held.some((one) => one.person === person));
  if (stay.length === held.length && come.length === 0) return clock;
  if (stay.length === 0 && come.length === 0)
    return held.length === 0 ? clock : { ...clock, asked: below };
  const told = toldOf(clock);
  const gone = held.filter((one) => !stay.includes(one)).map(({ person }) => person);
  // Whoever joins those who know finds it in their list.
  if (gone.length === 0 && told.length > 0)
    return {
      ...clock,
      asked: [
        ...below,
        ...stay,
        ...come.map((one): Asked => ({ ...askedOn(one, clock.rung), listed: true })),
      ],
    };
  // Whoever takes a place is told; so are those who only found it in their list, where nobody who knew is left.
  const knows = stay.some(({ person }) => told.includes(person));
  const kept = knows ? stay : stay.map((one) => askedOn(one, clock.rung));
  const fresh = come.map((one) => askedOn(one, clock.rung));
  const now = {
    ...clock,
    asked: [...below, ...kept, ...fresh],
    ...(gone.length === 0 ? {} : { changedHands: true as const }),
  };
  const to = fresh.length > 0 ? [...(knows ? [] : kept), ...fresh] : kept;
  changesHands(c, clock, now, { from: gone, to });
  if (knows && fresh.length === 0) return now;
  return {
    ...now,
    // What was adopted and told to nobody waits for its first reminder.
    nextAt: clock.adopted === undefined || told.length > 0 ? c.now : clock.nextAt,
    ...(told.length === 0 || gone[0] === undefined ? {} : { handedOver: gone[0] }),
  };
}

function changesHands(
  c: Case,
  before: Clock,
  clock: Clock,
  { from, to }: { readonly from: readonly AccountId[]; readonly to: readonly Asked[] },
): void {
  if (from.length === 0) return;
  const stays = to.every(({ toldAt }) => toldAt !== null);
  const one = from.length === 1;
  const event = { kind: 'changes-hands', clock, before, silent: [] } as const;
  happens(c, event, {
    text: `${stays ? 'Left' : 'Handed over'} to ${names(
      c,
      to.map(({ person }) => person),
    )}: ${clock.title}`,
    why: `${names(c, from)} ${one ? 'is' : 'are'} away, or no longer ${one ? 'does' : 'do'} this.`,
  });
}
