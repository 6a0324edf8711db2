// AM-17: what the Sales dashboard of the SOP shows, and so what nobody would see.
import { type Because, because } from '../../core/because';
import type { PriorityId, StatusId } from '../../core/ids';
import type { QueuePolicy } from '../../core/policy';

/**
 * AM-17, AM-32: why a ticket is not an action item by the SOP's own rule (status, Account Manager and Priority all
 * set), or null when it is one.
 */
export function whyNoActionItem(
  queue: QueuePolicy,
  shown: {
    readonly status: StatusId;
    readonly accountManager: string | null;
    readonly priority: PriorityId | null;
  },
): Because | null {
  const waiting = queue.statuses['waiting-for-account-manager'];
  const management = queue.statuses['waiting-for-management'];
  if (shown.status !== waiting.id && shown.status !== management.id) {
    return because(
      'AM-17',
      `The ticket is not in ${waiting.name} at the moment; the request is still open.`,
      {},
    );
  }
  if (shown.accountManager === null)
    return because('AM-17', `The field ${queue.fields.accountManager.name} is empty.`, {});
  return shown.priority === null ? because('AM-17', 'The ticket has no priority.', {}) : null;
}
