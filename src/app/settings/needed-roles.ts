// Roles without which something in a running procedure would be owed by nobody (X6): each procedure says them once.
import type { QueuePolicy, Settings } from '../../core/policy';
import { peopleIn, type Role, roleNames } from '../../core/roles';
import type { Resolution } from '../configuration/resolution';
import { describedFor, type NeededRole, partOf, type Settable } from './procedure-settings';

/** Where a queue stands in the form or the file, as the beginning of a path. */
interface Place {
  readonly path: string;
  readonly queue: QueuePolicy;
}

/** Notes every role that is needed and that nobody holds; a warning where the settings in force are no better. */
export function noteVacancies(
  resolution: Resolution,
  settings: Settings,
  places: readonly Place[],
  procedures: readonly Settable[],
): void {
  const before = resolution.inForce;
  for (const { described, roles } of describedFor(procedures, 'queue'))
    for (const { path, queue } of places)
      note(resolution, `${path}${described.file}`, {
        now: vacantIn(settings, partOf(queue, described), roles),
        before: vacantIn(before, partIn(before?.queues[queue.projectId], described), roles),
      });
  for (const { described, roles } of describedFor(procedures, 'site'))
    note(resolution, described.file, {
      now: vacantIn(settings, partOf(settings, described), roles),
      before: vacantIn(before, partIn(before, described), roles),
    });
}

type Says = ((part: unknown) => readonly NeededRole[]) | undefined;

const partIn = (
  of: Parameters<typeof partOf>[0] | null | undefined,
  described: Parameters<typeof partOf>[1],
): ReturnType<typeof partOf> => (of == null ? null : partOf(of, described));

/** None where the procedure does not run. */
const vacantIn = (
  settings: Pick<Settings, 'roles'> | null,
  part: unknown,
  says: Says,
): readonly NeededRole[] =>
  settings === null || part === null
    ? []
    : (says?.(part) ?? []).filter(({ role, or = [] }) =>
        [role, ...or].every((one) => peopleIn(settings, one).length === 0),
      );

function note(
  resolution: Resolution,
  path: string,
  vacant: { readonly now: readonly NeededRole[]; readonly before: readonly NeededRole[] },
): void {
  const noted = new Set<Role>();
  for (const { role, why } of vacant.now) {
    if (noted.has(role)) continue;
    noted.add(role);
    resolution.note(vacant.before.some((one) => one.role === role) ? 'warning' : 'problem', {
      path: `roles.${role}`,
      message: `Nobody has the role ${roleNames[role]}, and ${path} needs it${why === undefined ? '' : ` ${why}`}.`,
      remedy: 'Name at least one person.',
    });
  }
}
