import { type Issue, type Project, type User } from './entities';
import { noSuchIssue } from './errors';
import { asList } from './fields/rules';
import { type World } from './world';

const collaborator = [
  'BROWSE_PROJECTS',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'VIEW_VOTERS_AND_WATCHERS',
  'CREATE_ATTACHMENTS',
] as const;

const agent = [
  ...collaborator,
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'SCHEDULE_ISSUES',
  'LINK_ISSUES',
  'MODIFY_REPORTER',
  'MANAGE_WATCHERS',
  'SERVICEDESK_AGENT',
] as const;

const everything = [
  ...agent,
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'ADMINISTER_PROJECTS',
] as const;

/** Project permissions, by the keys of `GET /rest/api/3/permissions`. */
export type Permission = (typeof everything)[number];

export const projectPermissions: readonly Permission[] = everything;
export const globalPermissions = ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE'] as const;
export type GlobalPermission = (typeof globalPermissions)[number];

/**
 * What each role may do in a service project. A collaborator is a Jira user without an agent licence
 * (https://support.atlassian.com/jira-service-management-cloud/docs/add-collaborators-to-your-service-space/).
 */
const granted: Readonly<Record<User['role'], ReadonlySet<Permission>>> = {
  admin: new Set(everything),
  app: new Set(everything),
  manager: new Set(agent),
  agent: new Set(agent),
  collaborator: new Set(collaborator),
  customer: new Set<Permission>(),
};

/** May this person do this in this project? */
export function may(world: World, user: User, permission: Permission, project: Project): boolean {
  const { cannotBrowse, appCannotBrowse } = world.faults.current;
  if (!world.isActive(user) || !granted[user.role].has(permission)) return false;
  if (user.projects !== null && !user.projects.has(project.id)) return false;
  if (user.role === 'app') return !appCannotBrowse.includes(project.key);
  return !world.isNamed(user, cannotBrowse);
}

/** May this person do this on the whole site? */
export function mayGlobally(world: World, user: User, permission: GlobalPermission): boolean {
  if (!world.isActive(user)) return false;
  switch (permission) {
    case 'ADMINISTER':
      return user.role === 'admin';
    case 'BULK_CHANGE':
      return user.role !== 'customer' && user.role !== 'collaborator';
    case 'USER_PICKER':
      return user.role !== 'customer';
  }
}

/** Does this person see the issue in Jira (not: in the portal)? */
export const canBrowse = (world: World, user: User, issue: Issue): boolean =>
  may(world, user, 'BROWSE_PROJECTS', issue.project);

/** The issue, if this person sees it. @throws JiraError 404 otherwise */
export function issueFor(world: World, user: User, idOrKey: string): Issue {
  const issue = world.issue(idOrKey);
  if (!issue || !canBrowse(world, user, issue)) throw noSuchIssue();
  return issue;
}

/** Does this person work the requests of this project, rather than raise them? */
export const isAgent = (world: World, user: User, project: Project): boolean =>
  may(world, user, 'SERVICEDESK_AGENT', project);

/** Reporter, participant or member of one of the request's organizations: JSM's customers of a request. */
export function isCustomerOf(world: World, user: User, issue: Issue): boolean {
  const { values } = issue.state;
  if (issue.project.serviceDeskId === null || !world.isActive(user)) return false;
  if (values['reporter'] === user.accountId) return true;
  if (asList(values[world.jsmField('participants').id] ?? null).includes(user.accountId))
    return true;
  return asList(values[world.jsmField('organizations').id] ?? null).some((id) =>
    world.organizations.get(id)?.members.has(user.accountId),
  );
}
