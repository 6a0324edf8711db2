import { type Act } from '../act';
import { type Issue } from '../entities';
import { forbidden } from '../errors';
import { emitDeleted } from '../events';
import { may } from '../permissions';

/** `DELETE /issue/{key}`: with its comments, properties and links. @throws JiraError 403 */
export function removeIssue(act: Act, issue: Issue): void {
  if (!may(act.world, act.actor, 'DELETE_ISSUES', issue.project))
    throw forbidden('You do not have permission to delete issues in this project.');
  for (const id of issue.links) {
    const link = act.world.links.get(id);
    if (!link) continue;
    act.world.links.delete(id);
    act.world.issues.get(link.inward === issue.id ? link.outward : link.inward)?.links.delete(id);
  }
  for (const id of issue.attachments) act.world.attachments.delete(id);
  act.world.removeIssue(issue);
  emitDeleted(act, issue);
}
