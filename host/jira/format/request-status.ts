import { jsmDate } from '../dates';
import { type Issue } from '../entities';
import { valueOf } from '../fields/of-issue';
import { type World } from '../world';

const categories = { new: 'NEW', indeterminate: 'INDETERMINATE', done: 'DONE' } as const;

/** When the issue got its present status. */
function statusSince(issue: Issue): number {
  for (let index = issue.histories.length - 1; index >= 0; index -= 1) {
    const history = issue.histories[index];
    if (history?.items.some(({ fieldId }) => fieldId === 'status')) return history.created;
  }
  return Number(valueOf(issue, 'created'));
}

/** The status of a request, as the portal shows it. */
export function formatRequestStatus(world: World, issue: Issue): Record<string, unknown> {
  const status = world.statuses.get(String(valueOf(issue, 'status')));
  return {
    status: status?.name ?? '',
    statusCategory: status ? categories[status.category.key] : 'UNDEFINED',
    statusDate: jsmDate(statusSince(issue)),
  };
}
