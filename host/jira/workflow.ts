import { type Issue, type Transition, type User } from './entities';
import { valueOf } from './fields/of-issue';
import { may } from './permissions';
import { type World } from './world';

function isTakenOut(world: World, issue: Issue, transition: Transition): boolean {
  const from = world.statuses.get(String(valueOf(issue, 'status')))?.name.toLowerCase();
  const to = world.statuses.get(transition.to)?.name.toLowerCase();
  return world.faults.current.missingTransitions.some(
    (missing) =>
      missing.to.toLowerCase() === to &&
      (missing.from === undefined || missing.from.toLowerCase() === from) &&
      (missing.project === undefined || missing.project === issue.project.key),
  );
}

/** The transitions out of the issue's present status, whoever asks. */
export function availableTransitions(world: World, issue: Issue): Transition[] {
  const status = String(valueOf(issue, 'status'));
  return issue.project.workflow.transitions.filter(
    (transition) =>
      (transition.from === 'any' || transition.from.has(status)) &&
      !isTakenOut(world, issue, transition),
  );
}

/** The transitions this person may take now. */
export const transitionsFor = (world: World, user: User, issue: Issue): Transition[] =>
  may(world, user, 'TRANSITION_ISSUES', issue.project) ? availableTransitions(world, issue) : [];
