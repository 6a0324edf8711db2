// KA-15: a release that is deployed, a quality issue that is found, a priority that a person asks for, in a ticket from before
// its account came onto the list. Nothing about it changes by itself.
import type { Actor } from '../../core/act';
import type { Authority } from '../../core/asked';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { type Covered, coveredBy } from './covered';
import type { KeyAccountPart } from './key-part';
import { teamOnly } from './may';
import { keep, partOf } from './say';
import type { KeyAccountPolicy } from './settings/policy';

/** The ticket is the key account's from here on, by what somebody has just done in it. */
export function takeUp(c: Case, { accountId }: Actor, priority = false): Covered | null {
  const part = partOf(c);
  const of = coveredBy(c, part);
  if (of === null) return null;
  if (part.of === null || (priority && part.taken != null && !part.taken.priority))
    keep(c, { of, taken: { ...of, by: accountId, at: c.now, priority } });
  return of;
}

/** Why nobody may ask for the priority here, or this person may not. */
export function whyNotPriority(
  part: KeyAccountPart,
  situation: Authority,
  policy: KeyAccountPolicy,
  actor: Actor,
): Because | null {
  if (policy.floor === null)
    return because('KA-12', 'This queue leaves the priority of key accounts alone.', {});
  if (coveredBy(situation, part) === null)
    return because('KA-12', 'Only open tickets of key accounts get their priority.', {});
  if (part.of !== null && part.taken?.priority !== false)
    return because('KA-12', 'This ticket has the priority of a key account already.', {});
  return teamOnly(situation, actor);
}

/** KA-12: somebody asks for the priority in a ticket from before the account came onto the list. */
export function askPriority(
  c: Case,
  policy: KeyAccountPolicy,
  _input: object,
  actor: Actor,
): Because | null {
  const refused = whyNotPriority(partOf(c), c, policy, actor);
  if (refused !== null) return refused;
  takeUp(c, actor, true);
  c.done(
    c.now,
    actor.accountId,
    'Priority of a key account asked for',
    because('KA-15', 'An older ticket is not changed by itself, but a person may ask for it.', {}),
  );
  return null;
}
