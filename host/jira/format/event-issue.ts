import { jiraDate } from '../dates';
import { type Comment, type Issue } from '../entities';
import { valueOf } from '../fields/of-issue';
import { type World } from '../world';
import { formatProjectOfIssue } from './project';
import { formatIssueType, formatStatus } from './scheme';

/** Events still carry links into version 2 of the API (Forge, "Jira events"). */
function inVersionTwo<T>(formatted: T): T {
  return JSON.parse(JSON.stringify(formatted).replaceAll('/rest/api/3/', '/rest/api/2/')) as T;
}

const person = (accountId: unknown): { accountId: string } | null =>
  typeof accountId === 'string' ? { accountId } : null;

/**
 * The issue inside an event: only the fields Forge documents, so no priority, labels, organizations or custom fields
 * (https://developer.atlassian.com/platform/forge/events-reference/jira/).
 */
export function formatEventIssue(world: World, issue: Issue): Record<string, unknown> {
  const type = world.issueTypes.get(String(valueOf(issue, 'issuetype')));
  const status = world.statuses.get(String(valueOf(issue, 'status')));
  return {
    id: issue.id,
    key: issue.key,
    fields: inVersionTwo({
      summary: valueOf(issue, 'summary'),
      issuetype: type ? formatIssueType(world, type) : null,
      creator: person(valueOf(issue, 'creator')),
      created: jiraDate(Number(valueOf(issue, 'created'))),
      project: formatProjectOfIssue(world, issue.project),
      reporter: person(valueOf(issue, 'reporter')),
      assignee: person(valueOf(issue, 'assignee')),
      updated: jiraDate(Number(valueOf(issue, 'updated'))),
      status: status ? formatStatus(world, status) : null,
    }),
  };
}

/** The comment inside an event; its body is a document. */
export const formatEventComment = (
  world: World,
  issue: Issue,
  comment: Comment,
): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/2/issue/${issue.id}/comment/${comment.id}`,
  id: comment.id,
  author: person(comment.author),
  updateAuthor: person(comment.updateAuthor),
  body: comment.body,
  created: jiraDate(comment.created),
  updated: jiraDate(comment.updated),
  jsdPublic: comment.isPublic,
});
