// How long things may take that somebody owes, by the settings in force; the usual time where they were published before.
import { allowance } from '../../contract/wait-settings';
import type { LadderStep } from '../../core/ladder';
import { peopleIn, type Role } from '../../core/roles';
import { isThere, type Situation } from '../../core/situation';
import { type Allowance, stepsOf, type RoleStep } from '../../core/wait';
import { type KeyTime, keyTimes, usualAbove, usualResolution } from './contract/waits';
import type { KeyAccountPolicy } from './settings/policy';

export const within = ({ waits }: KeyAccountPolicy, key: KeyTime): Allowance =>
  allowance(keyTimes, waits, key);

/** A level that nobody holds who is there is passed over; all of them stay where nobody holds any. */
export function heldOnly<Step extends { readonly to: Role }>(
  situation: Situation,
  steps: readonly Step[],
): readonly Step[] {
  const held = steps.filter(({ to }) =>
    peopleIn(situation.policy, to).some((one) => isThere(situation, one)),
  );
  return held.length > 0 ? held : steps;
}

/** Who hears of it when it is late. */
export const aboveAll = ({ waits }: KeyAccountPolicy): readonly RoleStep[] =>
  stepsOf((waits?.['above'] as readonly LadderStep<Role>[] | undefined) ?? usualAbove);

/** Who hears of an escalation that is not resolved in time. */
export const aboveResolution = ({ escalation }: KeyAccountPolicy): readonly RoleStep[] =>
  stepsOf(escalation.resolution ?? usualResolution);
