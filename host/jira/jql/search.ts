import { type Issue } from '../entities';
import { badRequest } from '../errors';
import { may } from '../permissions';
import { compile } from './compile';
import { type SearchContext, type Seen, type Test } from './context';
import { sorter } from './order';
import { queryOf } from './parse';

/** Issues that are read as they are now, whatever the index says (`reconcileIssues`). */
export type Reconciled = ReadonlySet<string>;

const everything: Test = () => true;

/** The matching issues this person sees, sorted. @throws JiraError 400 */
export function findIssues(
  context: SearchContext,
  jql: string,
  reconciled: Reconciled = new Set(),
): Issue[] {
  const { world, user } = context;
  const query = queryOf(jql);
  const test = query?.where ? compile(context, query.where) : everything;
  const sort = sorter(context, query?.orderBy ?? undefined);
  const visible = new Map([...world.projects.values()].map((project) => [project, false]));
  for (const project of visible.keys())
    visible.set(project, may(world, user, 'BROWSE_PROJECTS', project));
  const found: Seen[] = [];
  for (const issue of world.issues.values()) {
    if (!visible.get(issue.project)) continue;
    const state = reconciled.has(issue.id) ? issue.state : world.index.seen(issue);
    if (!state) continue;
    const seen = { issue, state };
    if (test(seen)) found.push(seen);
  }
  return found.sort(sort).map(({ issue }) => issue);
}

/** @throws JiraError 400 for a query without a restriction, which the enhanced search refuses */
export function checkBounded(jql: string): void {
  if (queryOf(jql)?.where === undefined) {
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
}

/** Does this one issue match, as it is now? */
export function matches(context: SearchContext, jql: string, issue: Issue): boolean {
  const where = queryOf(jql)?.where;
  return where === undefined || compile(context, where)({ issue, state: issue.state });
}
