import { type Field, type Issue, type User } from '../entities';
import { rulesOf } from '../fields/by-kind';
import { isOfProject, valueOf } from '../fields/of-issue';
import { type World } from '../world';
import { attachmentsOf, formatAttachment } from './attachment';
import { formatComment } from './comment';
import { formatLink, linksSeenBy } from './links';
import { formatStatusCategory } from './scheme';
import { formatRequestStatus } from './request-status';

function computed(world: World, viewer: User, issue: Issue, field: Field): unknown {
  const self = `${world.baseUrl}/rest/api/3/issue/${issue.id}`;
  switch (field.id) {
    case 'watches':
      return {
        self: `${self}/watchers`,
        watchCount: issue.state.watchers.size,
        isWatching: issue.state.watchers.has(viewer.accountId),
      };
    case 'votes':
      return { self: `${self}/votes`, votes: 0, hasVoted: false };
    case 'comment': {
      const comments = issue.state.comments.map((comment) => formatComment(world, issue, comment));
      return {
        comments,
        self: `${self}/comment`,
        maxResults: comments.length,
        total: comments.length,
        startAt: 0,
      };
    }
    case 'worklog':
      return { startAt: 0, maxResults: 20, total: 0, worklogs: [] };
    case 'attachment':
      return attachmentsOf(world, issue).map((attachment) => formatAttachment(world, attachment));
    case 'issuelinks':
      return linksSeenBy(world, viewer, issue).map((link) => formatLink(world, link, issue));
    case 'statusCategory': {
      const status = world.statuses.get(String(valueOf(issue, 'status')));
      return status ? formatStatusCategory(world, status.category) : null;
    }
    case 'workratio':
      return -1;
    case 'lastViewed':
      return null;
    case 'issuekey':
      return issue.key;
    default:
      return [];
  }
}

/** The value of one field of the issue, as this person gets it. */
export function formatValue(world: World, viewer: User, issue: Issue, field: Field): unknown {
  if (field.kind === 'computed') return computed(world, viewer, issue, field);
  const formatted = rulesOf(field).format(valueOf(issue, field.id), field, world);
  if (field.kind === 'request-type' && formatted !== null) {
    return {
      _links: {
        self: `${world.baseUrl}/rest/servicedeskapi/request/${issue.id}`,
        jiraRest: `${world.baseUrl}/rest/api/3/issue/${issue.id}`,
        web: `${world.baseUrl}/servicedesk/customer/portal/${issue.project.serviceDeskId}/${issue.key}`,
        agent: `${world.baseUrl}/browse/${issue.key}`,
      },
      ...(formatted as Record<string, unknown>),
      currentStatus: formatRequestStatus(world, issue),
    };
  }
  return formatted;
}

/** Which fields `fields=` selects: ids, `*all`, `*navigable`, and `-id` to leave one out. */
export function selectFields(
  world: World,
  issue: Issue,
  asked: readonly string[],
  otherwise: readonly string[],
): Field[] {
  const wanted = asked.filter((name) => !name.startsWith('-'));
  const unwanted = new Set(
    asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1)),
  );
  const names = new Set(wanted.length > 0 ? wanted : unwanted.size > 0 ? ['*all'] : otherwise);
  return [...world.fields.values()].filter((field) => {
    if (field.id === 'issuekey' || unwanted.has(field.id) || !isOfProject(issue.project, field))
      return false;
    return names.has('*all') || (names.has('*navigable') && field.navigable) || names.has(field.id);
  });
}
