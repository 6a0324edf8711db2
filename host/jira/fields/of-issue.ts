import { type Field, type Issue, type Project, type Stored } from '../entities';
import { type World } from '../world';

/** What the issue holds in this field. */
export const valueOf = (issue: Pick<Issue, 'state'>, fieldId: string): Stored =>
  issue.state.values[fieldId] ?? null;

/** The fields Jira never lets anyone edit: they follow from what happens. */
const followed = new Set([
  'project',
  'status',
  'resolution',
  'resolutiondate',
  'creator',
  'created',
  'updated',
  'statuscategorychangedate',
]);

/** Is the field in the context of this project, and not taken off its screens? */
function isOnScreens(world: World, project: Project, field: Field): boolean {
  if (field.projects !== null && !field.projects.has(project.id)) return false;
  return !world.faults.current.missingFields.some(
    (missing) =>
      missing.field.toLowerCase() === field.name.toLowerCase() &&
      (missing.project === undefined || missing.project === project.key),
  );
}

/** May this field be written on the edit screen of this project? */
export const isEditable = (world: World, project: Project, field: Field): boolean =>
  field.kind !== 'computed' && !followed.has(field.id) && isOnScreens(world, project, field);

/** Is the field part of issues of this project at all? */
export const isOfProject = (project: Project, field: Field): boolean =>
  field.projects === null || field.projects.has(project.id);
