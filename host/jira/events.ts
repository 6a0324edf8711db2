import { type Act } from './act';
import { mentionedIn } from './adf/document';
import { type Comment, type History, type Issue, type IssueLink, type Project } from './entities';
import { isStoredDocument } from './fields/plain';
import { valueOf } from './fields/of-issue';
import { formatEventComment, formatEventIssue } from './format/event-issue';
import { formatProject } from './format/project';
import { formatStatus } from './format/scheme';

function emit(act: Act, name: string, payload: Record<string, unknown>): void {
  act.effects.events.push({
    name,
    at: act.now,
    actor: act.actor.accountId,
    selfGenerated: act.viaApp,
    payload: {
      eventType: name,
      timestamp: String(act.now),
      atlassianId: act.actor.accountId,
      selfGenerated: act.viaApp,
      ...payload,
      ...(act.trace === null ? {} : { webhookTraceValue: act.trace }),
    },
    ...(act.trace === null ? {} : { trace: act.trace }),
  });
}

function associatedUsers(
  act: Act,
  issue: Issue,
  more: readonly string[] = [],
): Record<string, unknown> {
  const ids = [
    act.actor.accountId,
    valueOf(issue, 'reporter'),
    valueOf(issue, 'assignee'),
    valueOf(issue, 'creator'),
    ...more,
  ];
  const known = new Set(ids.filter((id): id is string => typeof id === 'string'));
  return { associatedUsers: { associatedUsers: [...known].map((accountId) => ({ accountId })) } };
}

const changelogOf = (history: History): Record<string, unknown> => ({
  id: history.id,
  items: history.items,
});

function tell(act: Act, issue: Issue, kind: 'updated' | 'commented' | 'created' | 'deleted'): void {
  act.effects.changes.push({
    issueId: issue.id,
    issueKey: issue.key,
    projectId: issue.project.id,
    kind,
    actor: act.actor.accountId,
  });
}

/** A new issue: created, and mentioned for the people its description names. */
export function emitCreated(act: Act, issue: Issue): void {
  tell(act, issue, 'created');
  emit(act, 'avi:jira:created:issue', {
    issue: formatEventIssue(act.world, issue),
    ...associatedUsers(act, issue),
  });
  const description = valueOf(issue, 'description');
  if (isStoredDocument(description)) emitMentioned(act, issue, mentionedIn(description));
}

function emitMentioned(act: Act, issue: Issue, mentioned: readonly string[]): void {
  // Forge: mentioning oneself does not count.
  const mentionedAccountIds = mentioned.filter((id) => id !== act.actor.accountId);
  if (mentionedAccountIds.length === 0) return;
  emit(act, 'avi:jira:mentioned:issue', {
    issue: formatEventIssue(act.world, issue),
    mentionedAccountIds,
    ...associatedUsers(act, issue, mentionedAccountIds),
  });
}

function typeNameOf(history: History): string {
  const to = (field: string): string | null | undefined =>
    history.items.find((item) => item.fieldId === field)?.to;
  if (to('resolution')) return 'issue_resolved';
  if (to('resolution') === null) return 'issue_reopened';
  if (to('status')) return 'issue_generic';
  if (history.items.every((item) => item.fieldId === 'assignee')) return 'issue_assigned';
  return 'issue_updated';
}

/** A changed issue: updated, and assigned or mentioned where that is what changed. */
export function emitUpdated(
  act: Act,
  issue: Issue,
  history: History,
  mentionedBefore: readonly string[] = [],
): void {
  const { world } = act;
  tell(act, issue, 'updated');
  const statuses = history.items
    .filter((item) => item.fieldId === 'status')
    .flatMap((item) => [item.from, item.to])
    .flatMap((id) => world.statuses.get(String(id)) ?? []);
  emit(act, 'avi:jira:updated:issue', {
    issue: formatEventIssue(world, issue),
    jiraEventTypeName: typeNameOf(history),
    changelog: changelogOf(history),
    ...associatedUsers(act, issue),
    ...(statuses.length > 0
      ? { associatedStatuses: statuses.map((status) => formatStatus(world, status)) }
      : {}),
  });
  const assigned = history.items.filter((item) => item.fieldId === 'assignee');
  if (assigned.length > 0) {
    const changelog = { id: history.id, items: assigned };
    emit(act, 'avi:jira:assigned:issue', {
      issue: formatEventIssue(world, issue),
      changelog,
      ...associatedUsers(act, issue),
    });
  }
  const description = valueOf(issue, 'description');
  if (
    history.items.some((item) => item.fieldId === 'description') &&
    isStoredDocument(description)
  ) {
    emitMentioned(
      act,
      issue,
      mentionedIn(description).filter((id) => !mentionedBefore.includes(id)),
    );
  }
}

/** A comment made or edited: Forge has one event for both. */
export function emitCommented(
  act: Act,
  issue: Issue,
  comment: Comment,
  mentionedBefore: readonly string[] = [],
): void {
  tell(act, issue, 'commented');
  const mentioned = mentionedIn(comment.body);
  const body = {
    issue: formatEventIssue(act.world, issue),
    comment: formatEventComment(act.world, issue, comment),
  };
  emit(act, 'avi:jira:commented:issue', { ...body, ...associatedUsers(act, issue, mentioned) });
  const mentionedAccountIds = mentioned.filter(
    (id) => id !== act.actor.accountId && !mentionedBefore.includes(id),
  );
  if (mentionedAccountIds.length > 0) {
    emit(act, 'avi:jira:mentioned:comment', {
      ...body,
      mentionedAccountIds,
      ...associatedUsers(act, issue, mentioned),
    });
  }
}

export function emitCommentDeleted(act: Act, issue: Issue, comment: Comment): void {
  tell(act, issue, 'commented');
  emit(act, 'avi:jira:deleted:comment', {
    issue: formatEventIssue(act.world, issue),
    comment: formatEventComment(act.world, issue, comment),
    ...associatedUsers(act, issue),
  });
}

/** Only the issue's own event: deletes do not cascade (Forge, "Handling cascading events"). */
export function emitDeleted(act: Act, issue: Issue): void {
  tell(act, issue, 'deleted');
  emit(act, 'avi:jira:deleted:issue', {
    issue: formatEventIssue(act.world, issue),
    ...associatedUsers(act, issue),
  });
}

export function emitLink(act: Act, kind: 'created' | 'deleted', link: IssueLink): void {
  for (const id of [link.inward, link.outward]) {
    const issue = act.world.issues.get(id);
    if (issue) tell(act, issue, 'updated');
  }
  emit(act, `avi:jira:${kind}:issuelink`, {
    id: link.id,
    sourceIssueId: link.outward,
    destinationIssueId: link.inward,
    sourceProjectId: act.world.issues.get(link.outward)?.project.id ?? null,
    destinationProjectId: act.world.issues.get(link.inward)?.project.id ?? null,
    issueLinkType: {
      id: link.type.id,
      name: link.type.name,
      outwardName: link.type.outward,
      inwardName: link.type.inward,
    },
  });
}

/** Moved to another project: an update, of the issue as it is now (Forge has no event of its own for it). */
export function emitMoved(act: Act, issue: Issue, history: History): void {
  tell(act, issue, 'updated');
  emit(act, 'avi:jira:updated:issue', {
    issue: formatEventIssue(act.world, issue),
    jiraEventTypeName: 'issue_moved',
    changelog: changelogOf(history),
    ...associatedUsers(act, issue),
  });
}

export function emitProject(act: Act, kind: 'softdeleted' | 'deleted', project: Project): void {
  emit(act, `avi:jira:${kind}:project`, { project: formatProject(act.world, project) });
}
