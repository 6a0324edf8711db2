// Who has to act when somebody is meant: one rule for every procedure and every wait (A14).
import { type Because, because } from './because';
import type { AccountId } from './ids';
import type { Instant } from './instant';
import { delegateOf, nameOf } from './people';
import { isThere, type Situation } from './situation';

/** Whom something is to be asked of, before it is looked at who of them is there. */
export interface Meant {
  /** Whoever may do it, in order: the account's manager, or everybody who holds a role. */
  readonly people: readonly AccountId[];
  /** Who is asked when none of them is there, in order; such as whoever stands above them. */
  readonly fallback?: readonly AccountId[];
  /** Asked before, on a lower level: nobody is told of their own silence, and so they come last. */
  readonly asked?: readonly AccountId[];
  /** Never, not even when nobody else is left: the author of what is to be reviewed. */
  readonly not?: readonly AccountId[];
  /** Nobody but these, whoever else is away: those of the rank that it takes. */
  readonly only?: readonly AccountId[] | undefined;
}

/** Who holds something, and in whose place. */
export interface HeldBy {
  readonly holder: AccountId;
  /** Whose place the holder takes; null when it is one of those meant. */
  readonly standsInFor: AccountId | null;
}

/** Who is asked, and how that came about. */
export interface HolderFound extends HeldBy {
  /**
   * `meant`: one of those meant is there. `delegate`, `fallback`: somebody stands in. `away`: nobody is there, so somebody
   * keeps it although they are away. `asked-before`: no active person is left but one who was asked already. `kept`: as
   * it was.
   */
  readonly how: 'meant' | 'delegate' | 'fallback' | 'away' | 'asked-before' | 'kept';
  /** With `away`: until when, which is when to look again. */
  readonly awayUntil: Instant | null;
}

/**
 * The people meant, in order, each themselves or their delegate; then the fallback, likewise. Where all of them are away,
 * whoever is meant first keeps it. Who was asked before comes last, and who is excluded never. Null where no active
 * person is left.
 */
export function holderOf(situation: Situation, meant: Meant): HolderFound | null {
  const { asked = [], not = [], only } = meant;
  const may = (person: AccountId): boolean =>
    sees(situation, person) && !not.includes(person) && (only?.includes(person) ?? true);
  const fresh = (person: AccountId): boolean => may(person) && !asked.includes(person);
  const found = firstThere(situation, meant, fresh) ?? firstAway(situation, meant, fresh);
  if (found !== null) return found;
  const before = firstThere(situation, meant, may) ?? firstAway(situation, meant, may);
  return before === null ? null : { ...before, how: 'asked-before' };
}

/**
 * Who holds it from now on: a stand-in keeps it when the absent returns, and one of a role stays while they are in it and
 * there. Otherwise as {@link holderOf}; having held it until now is no reason against anybody.
 */
export function stillHeldBy(situation: Situation, now: HeldBy, meant: Meant): HolderFound | null {
  const { asked = [], not = [] } = meant;
  const { holder, standsInFor } = now;
  const place = standsInFor ?? holder;
  const stays =
    meant.people.includes(place) &&
    sees(situation, holder) &&
    !not.includes(holder) &&
    absenceOf(situation, holder) === null;
  if (stays) return { holder, standsInFor, how: 'kept', awayUntil: null };
  return holderOf(situation, {
    ...meant,
    asked: asked.filter((person) => person !== holder && person !== place),
  });
}

/** A14: why somebody else than those meant is asked; null when it is one of them, and there. */
export function whyHolder(situation: Situation, found: HolderFound): Because | null {
  const { people } = situation;
  const { holder, standsInFor, how, awayUntil } = found;
  const name = nameOf(people, holder);
  if (how === 'away')
    return because('A14', `${name} is asked although away: nobody else is there.`, {
      person: name,
      ...(awayUntil === null ? {} : { 'away until': awayUntil }),
    });
  if (standsInFor === null) return null;
  const absent = nameOf(people, standsInFor);
  const reason =
    how === 'delegate'
      ? 'named as delegate for this time'
      : `${whyNotThere(situation, standsInFor) ?? `${absent} was asked before`}, and nobody nearer is there`;
  return because('A14', `${name} stands in for ${absent}: ${reason}.`, {
    person: absent,
    'stands in': name,
  });
}

/** Why somebody cannot be asked now, as half a sentence; null where they can. */
export function whyNotThere(situation: Situation, person: AccountId): string | null {
  const name = nameOf(situation.people, person);
  if (!isColleague(situation, person)) return `${name} does not work here`;
  if (!isThere(situation, person)) return `${name}'s account is deactivated`;
  if (absenceOf(situation, person) !== null) return `${name} is away`;
  return sees(situation, person) ? null : `${name} cannot see this ticket`;
}

/** The first who is there, or whose delegate is: those meant, then the fallback. */
function firstThere(
  situation: Situation,
  { people, fallback = [] }: Meant,
  may: (person: AccountId) => boolean,
): HolderFound | null {
  for (const person of [...people, ...fallback]) {
    const standsInFor = people.includes(person) ? null : (people[0] ?? null);
    const delegate = delegateOf(situation.people, person, situation.now);
    if (delegate !== null && absenceOf(situation, delegate) === null && may(delegate))
      return {
        holder: delegate,
        standsInFor: standsInFor ?? person,
        how: standsInFor === null ? 'delegate' : 'fallback',
        awayUntil: null,
      };
    if (absenceOf(situation, person) === null && may(person))
      return {
        holder: person,
        standsInFor,
        how: standsInFor === null ? 'meant' : 'fallback',
        awayUntil: null,
      };
  }
  return null;
}

/** The first who is away and still the one to ask, because nobody stands in. */
function firstAway(
  situation: Situation,
  { people, fallback = [] }: Meant,
  may: (person: AccountId) => boolean,
): HolderFound | null {
  for (const holder of [...people, ...fallback].filter(may)) {
    const absence = absenceOf(situation, holder);
    const standsInFor = people.includes(holder) ? null : (people[0] ?? null);
    if (absence !== null) return { holder, standsInFor, how: 'away', awayUntil: absence.until };
  }
  return null;
}

/** Customers and apps are never asked for anything. */
const isColleague = ({ people }: Situation, person: AccountId): boolean =>
  (people[person]?.kind ?? 'person') === 'person';

/** A colleague, active, who sees the tickets of the queue as far as it was looked up (AM-03). */
const sees = (situation: Situation, person: AccountId): boolean =>
  isColleague(situation, person) &&
  isThere(situation, person) &&
  situation.people[person]?.cannotSee?.includes(situation.queue.projectId) !== true;

/** The absence of somebody at this moment, delegate or not. */
export function absenceOf(
  { people, now }: Situation,
  person: AccountId,
): { until: Instant } | null {
  const delegation = people[person]?.delegation;
  return delegation !== undefined && now >= delegation.from && now < delegation.until
    ? delegation
    : null;
}
