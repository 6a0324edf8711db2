import { htmlOf } from '../adf/html';
import { textOf } from '../adf/text';
import { jiraDate, jsmDate } from '../dates';
import { type Comment, type Issue } from '../entities';
import { isCustomerOf } from '../permissions';
import { type World } from '../world';
import { formatAccount, formatJsmUser } from './people';

/** A comment of version 3; its properties only when expanded. */
export function formatComment(
  world: World,
  issue: Issue,
  comment: Comment,
  expand: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const author = world.users.get(comment.author);
  return {
    self: `${world.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: formatAccount(world, comment.author),
    body: comment.body,
    ...(expand.has('renderedBody') ? { renderedBody: htmlOf(comment.body) } : {}),
    updateAuthor: formatAccount(world, comment.updateAuthor),
    created: jiraDate(comment.created),
    updated: jiraDate(comment.updated),
    jsdPublic: comment.isPublic,
    ...(expand.has('properties')
      ? { properties: [...comment.properties].map(([key, value]) => ({ key, value })) }
      : {}),
    ...(author && issue.project.serviceDeskId !== null && author.accountType === 'customer'
      ? { jsdAuthorCanSeeRequest: isCustomerOf(world, author, issue) }
      : {}),
  };
}

/** A comment of JSM: plain text, and whether customers see it. */
export function formatRequestComment(
  world: World,
  issue: Issue,
  comment: Comment,
  expand: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const author = world.users.get(comment.author);
  return {
    _expands: ['attachment', 'renderedBody'],
    id: comment.id,
    body: textOf(comment.body),
    ...(expand.has('renderedBody') ? { renderedBody: { html: htmlOf(comment.body) } } : {}),
    public: comment.isPublic,
    ...(author ? { author: formatJsmUser(world, author) } : {}),
    created: jsmDate(comment.created),
    _links: {
      self: `${world.baseUrl}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}`,
    },
  };
}
