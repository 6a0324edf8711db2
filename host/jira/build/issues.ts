import { type Act, noEffects } from '../act';
import { documentOf } from '../adf/document';
import { type Stored, type User } from '../entities';
import { rulesOf } from '../fields/by-kind';
import { applyChange, datesOfStatus } from '../issues/change';
import { addComment, publicCommentProperty } from '../issues/comment';
import { addIssue } from '../issues/create';
import { type SiteIssue } from '../site';
import { type World } from '../world';
import { missing } from './schemes';

const minute = 60_000;

function personOf(world: World, email: string, where: string): User {
  return world.user(email) ?? missing('person', email, where);
}

function find<T extends { readonly id: string; readonly name: string }>(
  rows: Iterable<T>,
  name: string,
  kind: string,
  where: string,
): T {
  for (const row of rows) if (row.name === name) return row;
  return missing(kind, name, where);
}

/** A ticket that was there before the site starts; nobody is told about it. */
export function buildIssue(world: World, site: SiteIssue): void {
  const where = `the issue "${site.summary}"`;
  const project = world.project(site.project) ?? missing('project', site.project, where);
  const raised = world.clock.now() - (site.minutesAgo ?? 0) * minute;
  const act = (actor: User, now: number): Act => ({
    world,
    actor,
    now,
    viaApp: false,
    trace: null,
    notify: false,
    effects: noEffects(),
  });
  const values: Record<string, Stored> = { summary: site.summary };
  if (site.description !== undefined) values['description'] = documentOf(site.description);
  if (site.labels) values['labels'] = [...site.labels].sort();
  if (site.priority)
    values['priority'] = find(world.priorities.values(), site.priority, 'priority', where).id;
  if (site.organizations) {
    values[world.jsmField('organizations').id] = site.organizations.map(
      (name) => find(world.organizations.values(), name, 'organization', where).id,
    );
  }
  if (site.participants)
    values[world.jsmField('participants').id] = site.participants.map(
      (email) => personOf(world, email, where).accountId,
    );
  const requestType = site.requestType
    ? find(project.requestTypes, site.requestType, 'request type', where)
    : null;
  if (requestType) values[world.jsmField('request-type').id] = requestType.id;
  values['issuetype'] =
    requestType?.issueTypeId ??
    find(world.issueTypes.values(), site.issueType ?? 'Task', 'issue type', where).id;
  for (const [name, sent] of Object.entries(site.fields ?? {})) {
    const field = world.field(name) ?? missing('field', name, where);
    values[field.id] = rulesOf(field).parse(sent, field, world);
  }
  const reporter = personOf(world, site.reporter, where);
  const issue = addIssue(act(reporter, raised), { project, values, properties: new Map() });
  const assignee = site.assignee ? personOf(world, site.assignee, where) : null;
  if (assignee)
    applyChange(act(assignee, raised + 5 * minute), issue, {
      values: { assignee: assignee.accountId },
    });
  for (const comment of [...(site.comments ?? [])].sort(
    (one, other) => (other.minutesAgo ?? 0) - (one.minutesAgo ?? 0),
  )) {
    const properties = new Map(
      comment.internal ? [[publicCommentProperty, { internal: true }]] : [],
    );
    const at = world.clock.now() - (comment.minutesAgo ?? 0) * minute;
    addComment(act(personOf(world, comment.author, where), at), issue, {
      body: documentOf(comment.text),
      properties,
    });
  }
  const status = site.status ? find(world.statuses.values(), site.status, 'status', where) : null;
  if (status && status.id !== issue.state.values['status']) {
    const at = Math.max(raised + 6 * minute, Number(issue.state.values['updated']));
    const dates = datesOfStatus(world, issue, status.id, at);
    const done =
      status.category.key === 'done'
        ? { resolution: [...world.resolutions.keys()][0] ?? null, resolutiondate: at }
        : {};
    applyChange(act(assignee ?? reporter, at), issue, {
      values: { status: status.id, ...dates, ...done },
    });
  }
}
