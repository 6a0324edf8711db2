import type { Resolution } from '../../../app/configuration/resolution';
import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import type { Settings } from '../../../core/policy';
import { roleNames } from '../../../core/roles';
import { changeRequestSettings as described } from '../contract/settings';
import { neededRoles } from '../may';
import { aboveIn, changeRequestSettingsOf, type ChangeRequestPolicy } from './policy';

export const settings: ProcedureSettings = {
  described,
  needs: (resolution, path, part, settings) =>
    needs(resolution, path, part as ChangeRequestPolicy, settings),
};

/** X6: a vacant role would stop a change request on its way. Its own issue must be in a queue that runs them, too. */
function needs(
  resolution: Resolution,
  path: string,
  policy: ChangeRequestPolicy,
  { roles, queues }: Pick<Settings, 'roles' | 'queues'>,
): void {
  const { target } = policy;
  for (const role of new Set([...neededRoles, ...aboveIn(policy).map(({ to }) => to)])) {
    if ((roles?.[role] ?? []).length === 0)
      resolution.problem(
        `roles.${role}`,
        `Nobody has the role ${roleNames[role]}, and ${path} needs it.`,
        'Name at least one person.',
      );
  }
  if (target === null) return;
  const queue = queues[target.project.id];
  if (queue === undefined || changeRequestSettingsOf(queue) === undefined)
    resolution.problem(
      `${path}.target.project`,
      `${target.project.key} is no queue that runs change requests, so what is created there could not go on.`,
      'Add it as a queue with changeRequests, or name one that has them.',
    );
}
