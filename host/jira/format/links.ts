import { type Issue, type IssueLink, type User } from '../entities';
import { valueOf } from '../fields/of-issue';
import { canBrowse } from '../permissions';
import { type World } from '../world';
import { formatIssueType, formatLinkType, formatPriority, formatStatus } from './scheme';

/** The other issue of a link, in short. */
function formatLinkedIssue(world: World, issue: Issue): Record<string, unknown> {
  const status = world.statuses.get(String(valueOf(issue, 'status')));
  const priority = world.priorities.get(String(valueOf(issue, 'priority')));
  const type = world.issueTypes.get(String(valueOf(issue, 'issuetype')));
  return {
    id: issue.id,
    key: issue.key,
    self: `${world.baseUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: valueOf(issue, 'summary'),
      ...(status ? { status: formatStatus(world, status) } : {}),
      ...(priority ? { priority: formatPriority(world, priority) } : {}),
      ...(type ? { issuetype: formatIssueType(world, type) } : {}),
    },
  };
}

/** A link as seen from one of its issues, or from outside when `from` is null. */
export function formatLink(
  world: World,
  link: IssueLink,
  from: Issue | null,
): Record<string, unknown> {
  const inward = world.issues.get(link.inward);
  const outward = world.issues.get(link.outward);
  return {
    id: link.id,
    self: `${world.baseUrl}/rest/api/3/issueLink/${link.id}`,
    type: formatLinkType(world, link.type),
    ...(inward && inward !== from ? { inwardIssue: formatLinkedIssue(world, inward) } : {}),
    ...(outward && outward !== from ? { outwardIssue: formatLinkedIssue(world, outward) } : {}),
  };
}

/** The links of an issue whose other end this person sees. */
export function linksSeenBy(world: World, viewer: User, issue: Issue): IssueLink[] {
  return [...issue.links]
    .flatMap((id) => world.links.get(id) ?? [])
    .filter((link) => {
      const other = world.issues.get(link.inward === issue.id ? link.outward : link.inward);
      return other !== undefined && canBrowse(world, viewer, other);
    });
}
