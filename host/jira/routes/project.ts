import { type Project } from '../entities';
import { forbidden, notFound } from '../errors';
import { formatUser } from '../format/people';
import { formatProject } from '../format/project';
import { formatIssueType, formatStatus } from '../format/scheme';
import { checkProperty, propertyOf } from '../issues/entity-property';
import { type Ask, noContent, ok, type Operation, param, under } from '../operation';
import { pageBean } from '../paging';
import { may } from '../permissions';

/** The project, if the caller sees it. @throws JiraError 404 otherwise */
export function projectOf(ask: Ask, idOrKey: string): Project {
  const project = ask.world.project(idOrKey);
  if (!project || !may(ask.world, ask.user, 'BROWSE_PROJECTS', project))
    throw notFound(`No project could be found with key '${idOrKey}'.`);
  return project;
}

const here = (ask: Ask): Project => projectOf(ask, param(ask, 'projectIdOrKey'));

const visible = (ask: Ask): Project[] =>
  [...ask.world.projects.values()].filter((project) =>
    may(ask.world, ask.user, 'BROWSE_PROJECTS', project),
  );

function withDetails(ask: Ask, project: Project): Record<string, unknown> {
  const lead = ask.world.users.get(project.lead);
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...formatProject(ask.world, project),
    description: project.description,
    ...(lead ? { lead: formatUser(ask.world, lead) } : {}),
    components: [],
    issueTypes: project.issueTypes
      .flatMap((id) => ask.world.issueTypes.get(id) ?? [])
      .map((type) => formatIssueType(ask.world, type)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: {},
  };
}

function found(ask: Ask): Project[] {
  const { query } = ask;
  const text = query.text('query')?.toLowerCase();
  const ids = query.list('id');
  const keys = query.list('keys').map((key) => key.toUpperCase());
  const types = query.list('typeKey');
  return visible(ask)
    .filter(
      (project) =>
        text === undefined ||
        project.key.toLowerCase().includes(text) ||
        project.name.toLowerCase().includes(text),
    )
    .filter(
      (project) =>
        (ids.length === 0 || ids.includes(project.id)) &&
        (keys.length === 0 || keys.includes(project.key)),
    )
    .filter((project) => types.length === 0 || types.includes(project.typeKey))
    .sort((one, other) => one.key.localeCompare(other.key, 'en'));
}

const at = under('/rest/api/3/project', 'read:jira-work');
const to = under('/rest/api/3/project', 'manage:jira-project');

function checkMayAdminister(ask: Ask): Project {
  const project = here(ask);
  if (!may(ask.world, ask.user, 'ADMINISTER_PROJECTS', project))
    throw forbidden('You do not have permission to administer this project.');
  return project;
}

/** Projects and their statuses and properties. */
export const projectOperations: readonly Operation[] = [
  at.get('', (ask) =>
    ok(
      visible(ask).map((project) => formatProject(ask.world, project)),
      visible(ask).length,
    ),
  ),
  at.get('/search', (ask) => {
    const page = pageBean(
      `${ask.world.baseUrl}/rest/api/3/project/search`,
      found(ask),
      ask,
      (project) => formatProject(ask.world, project),
    );
    return ok(page, (page['values'] as unknown[]).length);
  }),
  at.get('/{projectIdOrKey}', (ask) => ok(withDetails(ask, here(ask)), 1)),
  at.get('/{projectIdOrKey}/statuses', (ask) => {
    const project = here(ask);
    const statuses = project.workflow.statuses
      .flatMap((id) => ask.world.statuses.get(id) ?? [])
      .map((status) => formatStatus(ask.world, status));
    return ok(
      project.issueTypes
        .flatMap((id) => ask.world.issueTypes.get(id) ?? [])
        .map((type) => {
          const { self, id, name } = formatIssueType(ask.world, type);
          return { self, id, name, subtask: false, statuses };
        }),
    );
  }),
  at.get('/{projectIdOrKey}/properties', (ask) => {
    const project = here(ask);
    const self = `${ask.world.baseUrl}/rest/api/3/project/${project.id}/properties`;
    return ok({
      keys: [...project.properties.keys()].map((key) => ({ self: `${self}/${key}`, key })),
    });
  }),
  at.get('/{projectIdOrKey}/properties/{propertyKey}', (ask) => {
    const key = param(ask, 'propertyKey');
    return ok({ key, value: propertyOf(here(ask).properties, key) });
  }),
  to.put('/{projectIdOrKey}/properties/{propertyKey}', (ask) => {
    const project = checkMayAdminister(ask);
    const key = param(ask, 'propertyKey');
    checkProperty(key, ask.sent);
    const status = project.properties.has(key) ? 200 : 201;
    project.properties.set(key, ask.sent);
    return { status, body: {} };
  }),
  to.del('/{projectIdOrKey}/properties/{propertyKey}', (ask) => {
    const project = checkMayAdminister(ask);
    propertyOf(project.properties, param(ask, 'propertyKey'));
    project.properties.delete(param(ask, 'propertyKey'));
    return noContent;
  }),
];
