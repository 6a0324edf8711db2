// The rules of apps on a workflow's transitions.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
import { type Act } from '../act';
import { type Issue, type Stored, type Transition } from '../entities';
import { badRequest } from '../errors';
import { valueOf } from '../fields/of-issue';
import { type World } from '../world';

const named = (
  table: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
  id: unknown,
) => {
  const found = table.get(String(id));
  return found === undefined ? null : { id: found.id, name: found.name };
};

/** An issue as Jira expressions see it: properties as they are stored, not as the same request would write them. */
function asSeen(
  world: World,
  issue: Issue,
  values: Readonly<Record<string, Stored>>,
): Record<string, unknown> {
  const value = (field: string): Stored => values[field] ?? valueOf(issue, field);
  return {
    id: Number(issue.id),
    key: issue.key,
    summary: value('summary'),
    status: named(world.statuses, valueOf(issue, 'status')),
    priority: named(world.priorities, value('priority')),
    resolution: named(world.resolutions, value('resolution')),
    issueType: named(world.issueTypes, valueOf(issue, 'issuetype')),
    properties: Object.fromEntries(issue.state.properties),
  };
}

/** Why a rule on this transition stops it, in the rule's own words; null when every rule lets it through. */
export function stoppedBy(
  act: Act,
  issue: Issue,
  transition: Transition,
  values: Readonly<Record<string, Stored>> = {},
): string | null {
  const { world, actor } = act;
  if (transition.validators.size === 0) return null;
  const { project } = issue;
  const subject = {
    user: { accountId: actor.accountId, displayName: actor.displayName },
    issue: asSeen(world, issue, values),
    originalIssue: asSeen(world, issue, {}),
    project: { id: Number(project.id), key: project.key, name: project.name },
    workflow: { id: project.workflow.id, name: project.workflow.name },
    transition: {
      id: Number(transition.id),
      name: transition.name,
      from: named(world.statuses, valueOf(issue, 'status')),
      to: named(world.statuses, transition.to),
    },
  };
  for (const key of transition.validators) {
    const validator = world.validators.get(key);
    // Atlassian: a validator is false where "the app providing the workflow validator is uninstalled".
    const why =
      validator === undefined
        ? `The rule "${key}" of this transition belongs to an app that is not installed any more.`
        : validator(subject);
    if (why !== null) return why;
  }
  return null;
}

/** @throws JiraError 400 with the words of the rule that stops it */
export function checkRules(
  act: Act,
  issue: Issue,
  transition: Transition,
  values?: Readonly<Record<string, Stored>>,
): void {
  const why = stoppedBy(act, issue, transition, values);
  if (why !== null) throw badRequest(why);
}
