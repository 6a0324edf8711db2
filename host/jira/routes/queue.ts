import { type Issue, type Project, type Queue } from '../entities';
import { notFound } from '../errors';
import { formatIssue } from '../format/issue';
import { checkAgent, serviceDeskOf } from '../jsm/access';
import { jsmPage } from '../jsm/paging';
import { findIssues } from '../jql/search';
import { type Ask, ok, type Operation, param, under } from '../operation';

/** The columns of every queue. */
const columns = [
  'issuetype',
  'issuekey',
  'summary',
  'reporter',
  'assignee',
  'status',
  'priority',
  'created',
  'updated',
];

const issuesOf = (ask: Ask, queue: Queue): Issue[] =>
  findIssues({ world: ask.world, user: ask.user, now: ask.act.now }, queue.jql);

function formatQueue(ask: Ask, project: Project, queue: Queue): Record<string, unknown> {
  return {
    id: queue.id,
    name: queue.name,
    jql: queue.jql,
    fields: columns,
    ...(ask.query.flag('includeCount') ? { issueCount: issuesOf(ask, queue).length } : {}),
    _links: {
      self: `${ask.world.baseUrl}/rest/servicedeskapi/servicedesk/${project.serviceDeskId}/queue/${queue.id}`,
    },
  };
}

/** The service desk of the path, for its agents. */
function deskOf(ask: Ask): Project {
  const project = serviceDeskOf(ask);
  checkAgent(ask, project);
  return project;
}

function queueOf(ask: Ask, project: Project): Queue {
  const queue = project.queues.find(({ id }) => id === param(ask, 'queueId'));
  if (!queue) throw notFound(`The queue with id '${param(ask, 'queueId')}' does not exist.`);
  return queue;
}

const at = under('/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue', 'read:jira-work');

/** What agents work from. */
export const queueOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const project = deskOf(ask);
    return ok(
      jsmPage(ask, `/servicedesk/${project.serviceDeskId}/queue`, project.queues, (queue) =>
        formatQueue(ask, project, queue),
      ),
    );
  }),
  at.get('/{queueId}', (ask) => {
    const project = deskOf(ask);
    return ok(formatQueue(ask, project, queueOf(ask, project)), 1);
  }),
  at.get('/{queueId}/issue', (ask) => {
    const project = deskOf(ask);
    const queue = queueOf(ask, project);
    const selection = { fields: [], otherwise: columns, expand: new Set<string>(), properties: [] };
    const page = jsmPage(
      ask,
      `/servicedesk/${project.serviceDeskId}/queue/${queue.id}/issue`,
      issuesOf(ask, queue),
      (issue) => {
        const { expand: _expand, ...shown } = formatIssue(ask.world, ask.user, issue, selection);
        return shown;
      },
    );
    return ok(page, (page['values'] as unknown[]).length);
  }),
];
