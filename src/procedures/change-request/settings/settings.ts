import type { Resolution } from '../../../app/configuration/resolution';
import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import type { Settings } from '../../../core/policy';
import { changeRequestSettings as described } from '../contract/settings';
import { neededRoles } from '../may';
import { aboveIn, changeRequestSettingsOf, type ChangeRequestPolicy } from './policy';

export const settings: ProcedureSettings = {
  described,
  // X6: a vacant role would stop a change request on its way.
  roles: (part) =>
    [...neededRoles, ...aboveIn(part as ChangeRequestPolicy).map(({ to }) => to)].map((role) => ({
      role,
    })),
  needs: (resolution, path, part, settings) =>
    needs(resolution, path, part as ChangeRequestPolicy, settings),
};

/** Its own issue must be in a queue that runs change requests, too. */
function needs(
  resolution: Resolution,
  path: string,
  policy: ChangeRequestPolicy,
  { queues }: Pick<Settings, 'queues'>,
): void {
  const { target } = policy;
  if (target === null) return;
  const queue = queues[target.project.id];
  if (queue === undefined || changeRequestSettingsOf(queue) === undefined)
    resolution.problem(
      `${path}.target.project`,
      `${target.project.key} is no queue that runs change requests, so what is created there could not go on.`,
      'Add it as a queue with changeRequests, or name one that has them.',
    );
}
