import type { ChangeRequestForm } from '../../contract/settings-form';
import type { ChangeRequestPolicy } from '../../domain/change-request/change-request-policy';
import type { StatusGroup } from '../../domain/change-request/lifecycle';
import { neededRoles } from '../../domain/change-request/may';
import type { StatusId } from '../../domain/ids';
import type { Named, QueuePolicy } from '../../domain/policy';
import { roleNames, type Roles } from '../../domain/roles';
import type { Resolution } from './resolution';

/** How change requests run in a queue, with every name resolved. */
export async function resolveChangeRequests(resolution: Resolution, path: string, form: ChangeRequestForm, statuses: readonly Named<StatusId>[], where: string): Promise<ChangeRequestPolicy> {
  const found: Partial<Record<StatusGroup, Named<StatusId>>> = {};
  for (const [group, wanted] of Object.entries(form.statuses) as [StatusGroup, string | undefined][]) {
    if (wanted === undefined) continue;
    const { id, name } = resolution.named(`${path}.statuses.${group}`, 'status', wanted, statuses, where);
    found[group] = { id, name };
  }
  return { ...form, statuses: found, target: form.target === null ? null : await resolveTarget(resolution, `${path}.target`, form.target) };
}

/** CR-12, C5: found out before anything applies, not when a CSM presses "Create" months later. */
async function resolveTarget(resolution: Resolution, path: string, { project: wanted, requestType, linkType }: NonNullable<ChangeRequestForm['target']>): Promise<ChangeRequestPolicy['target']> {
  const { catalogue } = resolution;
  const [project, linkTypes] = await Promise.all([resolution.project(`${path}.project`, wanted), catalogue.linkTypes()]);
  const link = resolution.called(`${path}.linkType`, 'link type', linkType, linkTypes.map(({ name }) => name), 'in Jira');
  if (project === null) return null;
  const { id, key, name } = project;
  const requestTypes = await catalogue.requestTypes(id);
  if (requestTypes === null) resolution.problem(`${path}.project`, `Project ${key} is no service project, so it has no request types.`, 'Name a project of Jira Service Management.');
  return { project: { id, key, name }, requestType: requestTypes === null ? requestType : resolution.called(`${path}.requestType`, 'request type', requestType, requestTypes, `in project ${key}`), linkType: link };
}

/** X6: a vacant role would stop a change request on its way. Its own issue must be in a queue that runs them, too. */
export function needChangeRoles(resolution: Resolution, path: string, policy: ChangeRequestPolicy, roles: Roles, queues: Readonly<Record<string, QueuePolicy>>): void {
  for (const role of neededRoles) {
    if ((roles[role] ?? []).length === 0) resolution.problem(`roles.${role}`, `Nobody has the role ${roleNames[role]}, and ${path} needs it.`, 'Name at least one person.');
  }
  const { target } = policy;
  if (target !== null && queues[target.project.id]?.changeRequests === undefined) {
    resolution.problem(`${path}.target.project`, `${target.project.key} is no queue that runs change requests, so what is created there could not go on.`, 'Add it as a queue with changeRequests, or name one that has them.');
  }
}
