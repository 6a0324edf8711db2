import { type Act } from '../act';
import { type Issue, type Project, type Stored } from '../entities';
import { invalidFields } from '../errors';
import { emitCreated } from '../events';
import { type Edits, readEdits } from '../fields/edits';
import { isEditable } from '../fields/of-issue';
import { asList, keyed } from '../fields/rules';
import { mailCreated } from '../notifications';
import { may } from '../permissions';
import { type World } from '../world';
import { checkAssignee, type SentUpdate } from './edit';
import { readProperties } from './entity-property';
import { addComment } from './comment';
import { readComment } from './edit';

/** What a new issue is made of, checked. */
export interface NewIssue {
  readonly project: Project;
  readonly values: Readonly<Record<string, Stored>>;
  readonly properties: ReadonlyMap<string, unknown>;
}

/** Jira gives the priority in the middle to issues that name none. */
function defaultPriority(world: World): string | null {
  const priorities = [...world.priorities.values()];
  return (
    (
      priorities.find(({ name }) => name === 'Medium') ??
      priorities[Math.floor((priorities.length - 1) / 2)]
    )?.id ?? null
  );
}

/** Puts a new issue into the world and tells everyone. */
export function addIssue(act: Act, made: NewIssue): Issue {
  const { world, now } = act;
  const { project } = made;
  const number = (project.lastNumber += 1);
  const values: Record<string, Stored> = {
    priority: defaultPriority(world),
    reporter: act.actor.accountId,
    labels: [],
    ...made.values,
    project: project.id,
    status: project.workflow.initial,
    creator: act.actor.accountId,
    created: now,
    updated: now,
    statuscategorychangedate: now,
    resolution: null,
  };
  const organizations = world.jsmField('organizations').id;
  if (project.serviceDeskId !== null && asList(values[organizations] ?? null).length === 0) {
    values[organizations] = sharedByDefault(world, project, values['reporter'] ?? null);
  }
  const watchers = new Set(
    [act.actor.accountId].filter(() => act.actor.accountType === 'atlassian'),
  );
  const issue: Issue = {
    id: world.ids.next('issue'),
    number,
    key: `${project.key}-${number}`,
    project,
    state: { values, properties: made.properties, comments: [], watchers },
    histories: [],
    approvals: [],
    attachments: new Set(),
    links: new Set(),
    writes: [],
  };
  world.addIssue(issue);
  world.index.created(issue);
  emitCreated(act, issue);
  mailCreated(act, issue);
  return issue;
}

/** JSM shares a new request with the customer's organization when there is exactly one. */
function sharedByDefault(world: World, project: Project, reporter: Stored): readonly string[] {
  const theirs = [...project.organizations].filter((id) =>
    world.organizations.get(id)?.members.has(String(reporter)),
  );
  return theirs.length === 1 ? theirs : [];
}

/** `POST /issue`. @throws JiraError 400 naming the fields */
export function createIssue(act: Act, sent: SentUpdate): Issue {
  const { world } = act;
  const { project: sentProject, issuetype: sentType, ...fields } = sent.fields ?? {};
  const project = world.project(keyed(sentProject, 'id') ?? keyed(sentProject, 'key') ?? '');
  if (!project || !may(world, act.actor, 'BROWSE_PROJECTS', project))
    throw invalidFields({ project: 'Specify a valid project ID or key' });
  if (!may(world, act.actor, 'CREATE_ISSUES', project))
    throw invalidFields({ project: 'You cannot create issues in this project.' });
  const type = [...world.issueTypes.values()].find(
    ({ id, name }) => id === keyed(sentType, 'id') || name === keyed(sentType, 'name'),
  );
  if (!type || !project.issueTypes.includes(type.id))
    throw invalidFields({ issuetype: 'Specify a valid issue type' });
  if (!('summary' in fields))
    throw invalidFields({ summary: 'You must specify a summary of the issue.' });
  const edits: Edits = readEdits(
    { fields, update: sent.update },
    { world, project, before: null, isAllowed: (field) => isEditable(world, project, field) },
  );
  checkAssignee(act, { project }, edits);
  const comments = edits.comments.map((operation) =>
    readComment((operation['add'] ?? {}) as Record<string, unknown>),
  );
  const issue = addIssue(act, {
    project,
    values: { ...edits.values, issuetype: type.id },
    properties: readProperties(sent.properties),
  });
  for (const draft of comments) addComment(act, issue, draft);
  return issue;
}
