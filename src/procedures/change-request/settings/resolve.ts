import type { ChangeRequestForm } from '../../../contract/settings-form';
import type { ChangeRequestPolicy } from './policy';
import type { StatusGroup } from '../lifecycle';
import { neededRoles } from '../may';
import type { StatusId } from '../../../core/ids';
import type { Named, QueuePolicy } from '../../../core/policy';
import { roleNames, type Roles } from '../../../core/roles';
import type { Resolution } from '../../../app/configuration/resolution';
import { linkedRequest, type ServiceProject } from '../../../app/configuration/service-project';

/** How change requests run in a queue, with every name resolved. */
export async function resolveChangeRequests(
  resolution: Resolution,
  path: string,
  form: ChangeRequestForm,
  statuses: readonly Named<StatusId>[],
  queue: ServiceProject,
): Promise<ChangeRequestPolicy> {
  const found: Partial<Record<StatusGroup, Named<StatusId>>> = {};
  for (const [group, wanted] of Object.entries(form.statuses) as [
    StatusGroup,
    string | undefined,
  ][]) {
    if (wanted === undefined) continue;
    const { id, name } = resolution.named(
      `${path}.statuses.${group}`,
      'status',
      wanted,
      statuses,
      `in project ${queue.project.key}`,
    );
    found[group] = { id, name };
  }
  return {
    ...form,
    requestTypes: queue.requestTypes(`${path}.requestTypes`, form.requestTypes),
    statuses: found,
    target:
      form.target === null ? null : await linkedRequest(resolution, `${path}.target`, form.target),
  };
}

/** X6: a vacant role would stop a change request on its way. Its own issue must be in a queue that runs them, too. */
export function needChangeRoles(
  resolution: Resolution,
  path: string,
  policy: ChangeRequestPolicy,
  roles: Roles,
  queues: Readonly<Record<string, QueuePolicy>>,
): void {
  for (const role of neededRoles) {
    if ((roles[role] ?? []).length === 0)
      resolution.problem(
        `roles.${role}`,
        `Nobody has the role ${roleNames[role]}, and ${path} needs it.`,
        'Name at least one person.',
      );
  }
  const { target } = policy;
  if (target !== null && queues[target.project.id]?.changeRequests === undefined) {
    resolution.problem(
      `${path}.target.project`,
      `${target.project.key} is no queue that runs change requests, so what is created there could not go on.`,
      'Add it as a queue with changeRequests, or name one that has them.',
    );
  }
}
