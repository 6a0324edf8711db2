import type { HybridForm, SettingsForm } from '../../contract/settings-form';
import type { HybridPolicy } from '../../procedures/hybrid-account/settings/policy';
import type { QueuePolicy, Settings } from '../../core/policy';
import { allRoles, type Role, roleNames } from '../../core/roles';
import { readCalendar } from './resolve-calendar';
import { needChangeRoles } from '../../procedures/change-request/settings/resolve';
import { needKeyRoles } from '../../procedures/key-account/settings/resolve';
import { resolveQueue } from './resolve-queue';
import type { Resolution } from './resolution';
import { serviceProject } from './service-project';

/** Settings with everything they name found in Jira; what is not found is noted and left out or empty. */
export async function resolveSettings(
  resolution: Resolution,
  form: SettingsForm,
): Promise<Settings> {
  const { catalogue } = resolution;
  // Asked at once and remembered by the catalogue: one queue after the other would wait for Jira in turn.
  await Promise.all(
    form.queues.map(async ({ project }) => {
      const found = await catalogue.project(project);
      if (found !== null) await catalogue.statuses(found.id);
    }),
  );
  const calendars = Object.fromEntries(
    Object.entries(form.calendars).map(([key, calendar]) => [
      key,
      readCalendar(resolution, `calendars.${key}`, calendar),
    ]),
  );
  const fallback: string[] = [];
  for (const [index, person] of form.fallback.entries()) {
    const accountId = await resolution.person(`fallback[${index}]`, person);
    if (accountId !== '' && fallback.includes(accountId))
      resolution.problem(
        `fallback[${index}]`,
        'This person stands on the fallback list twice.',
        'Keep one of them.',
      );
    fallback.push(accountId);
  }
  const roles: Partial<Record<Role, string[]>> = {};
  for (const role of allRoles) {
    for (const [index, person] of (form.roles?.[role] ?? []).entries()) {
      const path = `roles.${role}[${index}]`;
      const accountId = await resolution.person(path, person);
      if (accountId !== '' && roles[role]?.includes(accountId))
        resolution.problem(
          path,
          `This person has the role ${roleNames[role]} twice.`,
          'Keep one of them.',
        );
      (roles[role] ??= []).push(accountId);
    }
  }
  const queues: Record<string, QueuePolicy> = {};
  for (const [index, queue] of form.queues.entries()) {
    const resolved = await resolveQueue(
      resolution,
      `queues[${index}]`,
      queue,
      Object.keys(calendars),
    );
    if (resolved === null) continue;
    if (queues[resolved.projectId])
      resolution.problem(
        `queues[${index}].project`,
        `Project ${resolved.key} is named twice.`,
        'Keep one of them.',
      );
    queues[resolved.projectId] = resolved;
    if (resolved.keyAccounts !== undefined)
      needKeyRoles(resolution, `queues[${index}].keyAccounts`, resolved.keyAccounts, roles);
  }
  for (const [index, { project }] of form.queues.entries()) {
    const queue = Object.values(queues).find(
      ({ projectId, key }) => projectId === project || key.toLowerCase() === project.toLowerCase(),
    );
    if (queue?.changeRequests !== undefined)
      needChangeRoles(
        resolution,
        `queues[${index}].changeRequests`,
        queue.changeRequests,
        roles,
        queues,
      );
  }
  const hybrid =
    form.hybrid === undefined ? undefined : await resolveHybrid(resolution, form.hybrid, queues);
  return { fallback, roles, calendars, queues, ...(hybrid === undefined ? {} : { hybrid }) };
}

/** Onboardings are followed in their own tickets, so their project must be one of the queues. */
async function resolveHybrid(
  resolution: Resolution,
  { project: wanted, ...form }: HybridForm,
  queues: Readonly<Record<string, QueuePolicy>>,
): Promise<HybridPolicy> {
  if (wanted === null) return { ...form, project: null };
  const found = await serviceProject(resolution, 'hybrid.project', wanted);
  if (found !== null && queues[found.project.id] === undefined) {
    resolution.problem(
      'hybrid.project',
      `${wanted} is not one of the queues, so onboardings could not be followed there.`,
      'Add it as a queue, or name one that is.',
    );
  }
  if (form.requestType === null)
    resolution.problem(
      'hybrid.requestType',
      'The request type of onboardings is missing.',
      'Name the request type in that project.',
    );
  const spelled = (at: string, name: string | null): string | null =>
    name === null || found === null ? name : found.requestType(at, name);
  return {
    ...form,
    requestType: spelled('hybrid.requestType', form.requestType),
    integrationRequestType: spelled('hybrid.integrationRequestType', form.integrationRequestType),
    project: found === null ? null : { id: found.project.id, name: found.project.name },
  };
}
