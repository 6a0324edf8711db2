import { statusCategories } from '../build/schemes';
import { type Status } from '../entities';
import { notFound } from '../errors';
import {
  formatIssueType,
  formatPriority,
  formatResolution,
  formatStatus,
  formatStatusCategory,
} from '../format/scheme';
import { type Ask, ok, type Operation, param, under } from '../operation';
import { pageBean } from '../paging';
import { projectOf } from './project';

const at = under('/rest/api/3', 'read:jira-work');
const configuration = under('/rest/api/3', 'manage:jira-configuration');

function rowOf<T>(ask: Ask, table: ReadonlyMap<string, T>, kind: string): T {
  const row = table.get(param(ask, 'id'));
  if (row === undefined)
    throw notFound(`The ${kind} with id '${param(ask, 'id')}' does not exist.`);
  return row;
}

const categoryNames = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

/** A status as the newer resource tells it. */
const formatGlobalStatus = (status: Status): Record<string, unknown> => ({
  id: status.id,
  name: status.name,
  statusCategory: categoryNames[status.category.key],
  scope: { type: 'GLOBAL' },
  description: status.description,
});

const withColor = (
  ask: Ask,
  priority: Parameters<typeof formatPriority>[1],
): Record<string, unknown> => ({
  ...formatPriority(ask.world, priority),
  description: '',
  statusColor: priority.statusColor,
  isDefault: priority.name === 'Medium',
});

const matching = <T extends { readonly name: string; readonly id: string }>(
  ask: Ask,
  rows: Iterable<T>,
  text: string | undefined,
): T[] => {
  const ids = ask.query.list('id');
  return [...rows].filter(
    ({ id, name }) =>
      (ids.length === 0 || ids.includes(id)) &&
      (text === undefined || name.toLowerCase().includes(text.toLowerCase())),
  );
};

/** Priorities, statuses, issue types and resolutions. */
export const schemeOperations: readonly Operation[] = [
  at.get('/priority', (ask) =>
    ok([...ask.world.priorities.values()].map((priority) => withColor(ask, priority))),
  ),
  configuration.get('/priority/search', (ask) => {
    const rows = matching(ask, ask.world.priorities.values(), ask.query.text('priorityName'));
    return ok(
      pageBean(`${ask.world.baseUrl}/rest/api/3/priority/search`, rows, ask, (priority) =>
        withColor(ask, priority),
      ),
    );
  }),
  at.get('/priority/{id}', (ask) =>
    ok(withColor(ask, rowOf(ask, ask.world.priorities, 'priority'))),
  ),
  at.get('/status', (ask) =>
    ok([...ask.world.statuses.values()].map((status) => formatStatus(ask.world, status))),
  ),
  at.get('/status/{idOrName}', (ask) => {
    const named = param(ask, 'idOrName');
    const status =
      ask.world.statuses.get(named) ??
      [...ask.world.statuses.values()].find(({ name }) => name === named);
    if (!status) throw notFound(`The status '${named}' does not exist.`);
    return ok(formatStatus(ask.world, status));
  }),
  at.get('/statuscategory', (ask) =>
    ok(statusCategories.map((category) => formatStatusCategory(ask.world, category))),
  ),
  configuration.get('/statuses/search', (ask) => {
    const project = ask.query.text('projectId');
    const ofProject =
      project === undefined ? null : new Set(projectOf(ask, project).workflow.statuses);
    const category = ask.query.text('statusCategory');
    const rows = matching(ask, ask.world.statuses.values(), ask.query.text('searchString')).filter(
      (status) =>
        (ofProject === null || ofProject.has(status.id)) &&
        (category === undefined || categoryNames[status.category.key] === category),
    );
    return ok(
      pageBean(
        `${ask.world.baseUrl}/rest/api/3/statuses/search`,
        rows,
        { query: ask.query, most: 200 },
        formatGlobalStatus,
      ),
    );
  }),
  configuration.get('/statuses', (ask) =>
    ok(matching(ask, ask.world.statuses.values(), undefined).map(formatGlobalStatus)),
  ),
  at.get('/issuetype', (ask) =>
    ok([...ask.world.issueTypes.values()].map((type) => formatIssueType(ask.world, type))),
  ),
  at.get('/issuetype/project', (ask) => {
    const project = projectOf(ask, ask.query.text('projectId') ?? '');
    return ok(
      project.issueTypes
        .flatMap((id) => ask.world.issueTypes.get(id) ?? [])
        .map((type) => formatIssueType(ask.world, type)),
    );
  }),
  at.get('/issuetype/{id}', (ask) =>
    ok(formatIssueType(ask.world, rowOf(ask, ask.world.issueTypes, 'issue type'))),
  ),
  at.get('/resolution', (ask) =>
    ok(
      [...ask.world.resolutions.values()].map((resolution) =>
        formatResolution(ask.world, resolution),
      ),
    ),
  ),
];
