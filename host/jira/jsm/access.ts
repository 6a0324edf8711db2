import { type Issue, type Project } from '../entities';
import { forbidden, noSuchIssue, notFound } from '../errors';
import { valueOf } from '../fields/of-issue';
import { type Ask, param } from '../operation';
import { canBrowse, isAgent, isCustomerOf, may } from '../permissions';

/** Is the issue a customer's request? */
export const isRequest = (ask: Ask, issue: Issue): boolean =>
  issue.project.serviceDeskId !== null &&
  valueOf(issue, ask.world.jsmField('request-type').id) !== null;

/** Does the caller see this request, in Jira or in the portal? */
export const canSeeRequest = (ask: Ask, issue: Issue): boolean =>
  canBrowse(ask.world, ask.user, issue) || isCustomerOf(ask.world, ask.user, issue);

/** The request of the path. @throws JiraError 404 when there is none the caller sees */
export function requestOf(ask: Ask): Issue {
  const issue = ask.world.issue(param(ask, 'issueIdOrKey'));
  if (!issue || !isRequest(ask, issue) || !canSeeRequest(ask, issue)) throw noSuchIssue();
  return issue;
}

/** May the caller raise requests in this project: agents, its customers, and members of its organizations. */
export function canRaise(ask: Ask, project: Project, accountId: string): boolean {
  const user = ask.world.users.get(accountId);
  if (!user || !ask.world.isActive(user)) return false;
  if (may(ask.world, user, 'CREATE_ISSUES', project) || project.customers.has(accountId))
    return true;
  return [...project.organizations].some((id) =>
    ask.world.organizations.get(id)?.members.has(accountId),
  );
}

/** The service desk of the path, if the caller may come in. @throws JiraError 404 */
export function serviceDeskOf(ask: Ask, id = param(ask, 'serviceDeskId')): Project {
  const project = ask.world.serviceDesk(id);
  const seen =
    project !== null &&
    (canRaise(ask, project, ask.user.accountId) ||
      may(ask.world, ask.user, 'BROWSE_PROJECTS', project));
  if (!project || !seen)
    throw notFound(`The service desk with id '${id}' does not exist or you may not see it.`);
  return project;
}

/** @throws JiraError 403 for everyone but agents of this project */
export function checkAgent(ask: Ask, project: Project): void {
  if (!isAgent(ask.world, ask.user, project))
    throw forbidden('You need to be an agent of this service desk to do this.');
}

/** @throws JiraError 403 for everyone but agents of any project */
export function checkAnyAgent(ask: Ask): void {
  const projects = [...ask.world.projects.values()].filter(
    ({ serviceDeskId }) => serviceDeskId !== null,
  );
  if (!projects.some((project) => isAgent(ask.world, ask.user, project)))
    throw forbidden('You need to be an agent to do this.');
}
