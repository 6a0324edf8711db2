import type { ProjectNamed } from '../../core/named';
import type { Resolution } from './resolution';

/** A project whose request types the settings name: a queue, or where the app raises requests. */
export interface ServiceProject {
  readonly project: ProjectNamed;
  /** A request type of the project as Jira spells it; one that is missing is noted. @param path in the form or the file */
  readonly requestType: (path: string, wanted: string) => string;
  /** The same for a list. */
  readonly requestTypes: (path: string, wanted: readonly string[]) => readonly string[];
}

/**
 * What is missing is found out before anything applies: a request type that nobody has would match no ticket and say
 * nothing, and one to be raised would fail months later, when somebody waits for it. Null where there is no such project.
 */
export async function serviceProject(
  resolution: Resolution,
  path: string,
  wanted: string,
): Promise<ServiceProject | null> {
  const found = await resolution.project(path, wanted);
  if (found === null) return null;
  const { id, key, name } = found;
  const requestTypes = await resolution.catalogue.requestTypes(id);
  if (requestTypes === null)
    resolution.problem(
      path,
      `Project ${key} is no service project, so it has no request types.`,
      'Name a project of Jira Service Management.',
    );
  const requestType = (at: string, type: string): string =>
    requestTypes === null
      ? type
      : resolution.called(at, 'request type', type, requestTypes, `in project ${key}`);
  return {
    project: { id, key, name },
    requestType,
    requestTypes: (at, types) => types.map((type, index) => requestType(`${at}[${index}]`, type)),
  };
}
