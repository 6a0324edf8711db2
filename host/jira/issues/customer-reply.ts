import { type Act, actOnBehalf } from '../act';
import { type Comment, type Issue } from '../entities';
import { valueOf } from '../fields/of-issue';
import { isCustomerOf } from '../permissions';
import { availableTransitions } from '../workflow';
import { moveIssue } from './move';
import { stoppedBy } from './validate';

/** Atlassian's own app, as which the rules of Jira act. */
export const automationAccountId = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

/**
 * JSM's rule "when a customer replies": the public comment of the reporter, a participant or a member of the request's
 * organization moves it to the status the project names, if its workflow has that way out of the present one.
 */
export function followCustomerReply(act: Act, issue: Issue, comment: Comment): void {
  const rule = issue.project.customerReply;
  const automation = act.world.users.get(automationAccountId);
  if (
    !rule ||
    !automation ||
    !comment.isPublic ||
    act.actor.accountType === 'app' ||
    !isCustomerOf(act.world, act.actor, issue)
  )
    return;
  const from = act.world.statuses.get(String(valueOf(issue, 'status')));
  if (!from || from.id === rule.to || (from.category.key === 'done' && !rule.alsoWhenDone)) return;
  const transition = availableTransitions(act.world, issue).find(({ to }) => to === rule.to);
  const behalf = actOnBehalf(act, automation);
  // What a rule stops, an automation does not do either; the reply stays.
  if (transition && stoppedBy(behalf, issue, transition) === null)
    moveIssue(behalf, issue, transition);
}
