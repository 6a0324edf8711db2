import { type Act } from '../act';
import { type Issue, type IssueLink, type LinkType } from '../entities';
import { badRequest, notFound } from '../errors';
import { emitLink } from '../events';
import { issueFor, may } from '../permissions';
import { touch } from './change';

/** @throws JiraError 404 when there is no such type */
export function linkTypeOf(
  act: Act,
  sent: { readonly id?: string | undefined; readonly name?: string | undefined },
): LinkType {
  for (const type of act.world.linkTypes.values()) {
    if (
      sent.id !== undefined
        ? type.id === sent.id
        : type.name.toLowerCase() === sent.name?.toLowerCase()
    )
      return type;
  }
  throw notFound(
    `No issue link type with ${sent.id !== undefined ? `id '${sent.id}'` : `name '${sent.name ?? ''}'`} found.`,
  );
}

/** Links two issues; a link that is there already stays as it is. */
export function addLink(act: Act, type: LinkType, inward: Issue, outward: Issue): IssueLink {
  for (const id of inward.links) {
    const link = act.world.links.get(id);
    if (link && link.type === type && link.inward === inward.id && link.outward === outward.id)
      return link;
  }
  const link: IssueLink = {
    id: act.world.ids.next('link'),
    type,
    inward: inward.id,
    outward: outward.id,
  };
  act.world.links.set(link.id, link);
  for (const issue of [inward, outward]) {
    issue.links.add(link.id);
    touch(act, issue);
  }
  emitLink(act, 'created', link);
  return link;
}

export function removeLink(act: Act, link: IssueLink): void {
  act.world.links.delete(link.id);
  for (const id of [link.inward, link.outward]) {
    const issue = act.world.issues.get(id);
    if (!issue) continue;
    issue.links.delete(link.id);
    touch(act, issue);
  }
  emitLink(act, 'deleted', link);
}

/** @throws JiraError 404 as Jira does when the actor may not link issues here */
export function checkMayLink(act: Act, issue: Issue): void {
  if (!may(act.world, act.actor, 'LINK_ISSUES', issue.project))
    throw notFound('No Link Issue Permission for issue ' + issue.key + '.');
}

/** `update.issuelinks[].add` of an edit: checked now, done by the returned step. @throws JiraError 400, 404 */
export function linkFrom(
  act: Act,
  issue: Issue,
  operation: Readonly<Record<string, unknown>>,
): () => void {
  const sent = operation['add'] as
    | {
        type?: { id?: string; name?: string };
        inwardIssue?: { id?: string; key?: string };
        outwardIssue?: { id?: string; key?: string };
      }
    | undefined;
  if (!sent?.type)
    throw badRequest("Only the operation 'add' with a link type is supported for issuelinks.");
  checkMayLink(act, issue);
  const type = linkTypeOf(act, sent.type);
  const other = sent.inwardIssue ?? sent.outwardIssue;
  const otherIssue = issueFor(act.world, act.actor, other?.id ?? other?.key ?? '');
  return () =>
    void (sent.inwardIssue
      ? addLink(act, type, otherIssue, issue)
      : addLink(act, type, issue, otherIssue));
}
