import { type Approval, type Decision, type Issue, type Transition } from '../entities';
import { JiraError, notFound } from '../errors';
import { valueOf } from '../fields/of-issue';
import { asList } from '../fields/rules';
import { type World } from '../world';

/** Closes what the former status waited for and opens what the present one waits for. */
export function followStatus(world: World, issue: Issue, now: number): void {
  const status = valueOf(issue, 'status');
  for (const approval of issue.approvals) {
    if (approval.completed === null && approval.step.status !== status) approval.completed = now;
  }
  for (const step of issue.project.workflow.approvals) {
    if (
      step.status !== status ||
      issue.approvals.some((approval) => approval.completed === null && approval.step === step)
    )
      continue;
    const held = valueOf(issue, step.field);
    const approvers = typeof held === 'string' ? [held] : asList(held);
    const decisions = new Map(
      approvers.map((accountId): [string, Decision] => [accountId, 'pending']),
    );
    issue.approvals.push({
      id: world.ids.next('approval'),
      step,
      created: now,
      decisions,
      completed: null,
      finalDecision: 'pending',
    });
  }
}

/** The approval. @throws JiraError 404 */
export function approvalOf(issue: Issue, id: string): Approval {
  const approval = issue.approvals.find((one) => one.id === id);
  if (!approval) throw notFound(`The approval with id '${id}' does not exist.`);
  return approval;
}

/** May this person answer it now? An approval is owned by the people it names (OpenAPI: answerApproval). */
export const canAnswer = (approval: Approval, accountId: string): boolean =>
  approval.completed === null && approval.decisions.get(accountId) === 'pending';

interface Decided {
  readonly accountId: string;
  readonly decision: 'approved' | 'declined';
  readonly now: number;
}

/**
 * Notes a decision; answers the transition that follows when it decides the approval.
 * @throws JiraError 403 for others than its approvers, 409 when it is decided already
 */
export function decide(
  issue: Issue,
  approval: Approval,
  { accountId, decision, now }: Decided,
): Transition | null {
  if (!approval.decisions.has(accountId))
    throw new JiraError(403, ['You are not an approver of this approval.']);
  if (!canAnswer(approval, accountId))
    throw new JiraError(409, ['This approval has been answered already.']);
  approval.decisions.set(accountId, decision);
  const approved = [...approval.decisions.values()].filter((one) => one === 'approved').length;
  if (decision === 'approved' && approved < approval.step.needed) return null;
  approval.finalDecision = decision;
  approval.completed = now;
  const id = decision === 'approved' ? approval.step.approve : approval.step.decline;
  return issue.project.workflow.transitions.find((transition) => transition.id === id) ?? null;
}
