// What an administrator does in Jira that reaches beyond one issue: a project is deleted, an issue moved to another one.
import { type Act } from './act';
import { type History, type HistoryItem, type Issue, type Project } from './entities';
import { emitMoved, emitProject } from './events';

/**
 * Deletes a project, to the trash first and then for ever; both tell of the project and of none of its issues (Forge,
 * "Handling cascading events"). Its issues are seen by nobody from the first on.
 */
export function deleteProject(act: Act, project: Project): void {
  for (const issue of [...act.world.issues.values()])
    if (issue.project === project) act.world.removeIssue(issue);
  act.world.projects.delete(project.id);
  emitProject(act, 'softdeleted', project);
  emitProject(act, 'deleted', project);
}

const moved = (field: string, from: [string, string], to: [string, string]): HistoryItem => ({
  field,
  fieldtype: 'jira',
  fieldId: field.toLowerCase(),
  from: from[0],
  fromString: from[1],
  to: to[0],
  toString: to[1],
});

/** Moves an issue: it gets a new key, and a status that its new workflow has. */
export function moveToProject(act: Act, issue: Issue, project: Project): Issue {
  const { world, now } = act;
  const number = (project.lastNumber += 1);
  const key = `${project.key}-${number}`;
  const before = issue.project;
  const status = String(issue.state.values['status']);
  const known = project.workflow.transitions.some(({ to }) => to === status);
  const type = project.issueTypes.includes(String(issue.state.values['issuetype']))
    ? issue.state.values['issuetype']
    : (project.issueTypes[0] ?? null);
  const history: History = {
    id: world.ids.next('history'),
    author: act.actor.accountId,
    created: now,
    items: [
      moved('project', [before.id, before.name], [project.id, project.name]),
      moved('Key', ['', issue.key], ['', key]),
    ],
    metadata: null,
  };
  const after: Issue = {
    ...issue,
    number,
    key,
    project,
    state: {
      ...issue.state,
      values: {
        ...issue.state.values,
        project: project.id,
        issuetype: type ?? null,
        status: known ? status : project.workflow.initial,
        updated: now,
      },
    },
    histories: [...issue.histories, history],
  };
  world.replaceIssue(issue, after);
  emitMoved(act, after, history);
  return after;
}
