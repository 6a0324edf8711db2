import type { SettingsForm } from '../../contract/settings-form';
import type { Values } from '../../contract/settings-description';
import type { QueuePolicy, Settings } from '../../core/policy';
import { allRoles, type Role, roleNames } from '../../core/roles';
import { resolveDescribed } from '../settings/described/names';
import { noteVacancies } from '../settings/needed-roles';
import { describedFor, partOf, type Settable } from '../settings/procedure-settings';
import { readCalendar } from './resolve-calendar';
import { resolveQueue } from './resolve-queue';
import type { Resolution } from './resolution';

/** Settings with everything they name found in Jira; what is not found is noted and left out or empty. */
export async function resolveSettings(
  resolution: Resolution,
  form: SettingsForm,
  procedures: readonly Settable[],
): Promise<Settings> {
  const { catalogue, inForce } = resolution;
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
    const accountId = await resolution.colleague(`fallback[${index}]`, person, inForce?.fallback);
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
      const accountId = await resolution.colleague(path, person, inForce?.roles?.[role]);
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
  const places: { readonly path: string; readonly queue: QueuePolicy }[] = [];
  for (const [index, queue] of form.queues.entries()) {
    const resolved = await resolveQueue(resolution, `queues[${index}]`, queue, {
      calendars: Object.keys(calendars),
      procedures,
    });
    if (resolved === null) continue;
    if (queues[resolved.projectId])
      resolution.problem(
        `queues[${index}].project`,
        `Project ${resolved.key} is named twice.`,
        'Keep one of them.',
      );
    queues[resolved.projectId] = resolved;
    places.push({ path: `queues[${index}].`, queue: resolved });
  }
  const parts: Record<string, Values> = {};
  for (const { described } of describedFor(procedures, 'site')) {
    const part = form[described.file] as Values | undefined;
    if (part !== undefined)
      parts[described.id] = await resolveDescribed(
        { resolution, around: null },
        described.file,
        described.values,
        part,
      );
  }
  const settings: Settings = { fallback, roles, procedures: parts, calendars, queues };
  noteVacancies(resolution, settings, places, procedures);
  needed(resolution, settings, places, procedures);
  return settings;
}

/** What procedures need of each other, and of the rest of the settings, once everything is known. */
function needed(
  resolution: Resolution,
  settings: Settings,
  places: readonly { readonly path: string; readonly queue: QueuePolicy }[],
  procedures: readonly Settable[],
): void {
  for (const { described, needs } of describedFor(procedures, 'queue'))
    for (const { path, queue } of places) {
      const part = partOf(queue, described);
      if (part !== null) needs?.(resolution, `${path}${described.file}`, part, settings);
    }
  for (const { described, needs } of describedFor(procedures, 'site')) {
    const part = partOf(settings, described);
    if (part !== null) needs?.(resolution, described.file, part, settings);
  }
}
