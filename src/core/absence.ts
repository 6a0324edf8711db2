// Whether an absence works out: somebody has to be there in the place of whoever is away (A14).
import type { AccountId } from './ids';
import type { Instant } from './instant';
import { type Delegation, nameOf, type People } from './people';

/** Longer than anybody is away; beyond it a date is a slip of the pen. */
export const longestAbsenceDays = 400;

export const absenceState = (
  { from, until }: Delegation,
  now: Instant,
): 'to-come' | 'now' | 'over' => (now >= until ? 'over' : now >= from ? 'now' : 'to-come');

const overlap = (one: Delegation, other: Delegation): boolean =>
  one.from < other.until && other.from < one.until;

/** What does not work about somebody's absence, each a sentence; none when it is over. */
export function absenceConflicts(
  people: People,
  person: AccountId,
  now: Instant,
): readonly string[] {
  const absence = people[person]?.delegation;
  if (absence === undefined || absenceState(absence, now) === 'over') return [];
  const delegate = people[absence.delegate];
  const name = nameOf(people, absence.delegate);
  if (delegate === undefined) return [];
  if (!delegate.active)
    return [`${name}'s account is deactivated, so nobody stands in. Name another delegate.`];
  const away = delegate.delegation;
  if (away === undefined || absenceState(away, now) === 'over' || !overlap(absence, away))
    return [];
  return away.delegate === person
    ? [
        `${name} is away at the same time, and names ${nameOf(people, person)} in turn: nobody of the two is there.`,
      ]
    : [
        `${name} is away at the same time. Requests go to ${name} all the same; a delegate's own delegate is not asked.`,
      ];
}
