import { type Act, actOnBehalf } from '../act';
import { type Comment, type Issue } from '../entities';
import { valueOf } from '../fields/of-issue';
import { isAgent, isCustomerOf } from '../permissions';
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
  followRule(actOnBehalf(act, automation), issue, rule);
}

/**
 * The other half of that rule: a public comment of the team moves the request to the status of those who wait for the customer.
 * It comes a while later, when others may have moved it meanwhile.
 */
export function followTeamReply(act: Act, issue: Issue, comment: Comment): void {
  const rule = issue.project.teamReply;
  if (
    !rule ||
    !act.world.users.has(automationAccountId) ||
    !comment.isPublic ||
    act.actor.accountType === 'app' ||
    !isAgent(act.world, act.actor, issue.project) ||
    isCustomerOf(act.world, act.actor, issue)
  )
    return;
  act.effects.later.push({
    afterMs: rule.afterMs,
    by: automationAccountId,
    run: (behalf) => followRule(behalf, issue, { to: rule.to, alsoWhenDone: false }),
  });
}

function followRule(
  behalf: Act,
  issue: Issue,
  { to, alsoWhenDone }: { readonly to: string; readonly alsoWhenDone: boolean },
): void {
  const from = behalf.world.statuses.get(String(valueOf(issue, 'status')));
  if (!from || from.id === to || (from.category.key === 'done' && !alsoWhenDone)) return;
  const transition = availableTransitions(behalf.world, issue).find((one) => one.to === to);
  // What a rule stops, an automation does not do either; the reply stays.
  if (transition && stoppedBy(behalf, issue, transition) === null)
    moveIssue(behalf, issue, transition);
}
