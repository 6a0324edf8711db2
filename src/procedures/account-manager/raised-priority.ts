// The priority is raised while a response is open: there is less time for it (A18).
import { changeAsk } from './asks';
import type { OpenAsk } from './ask';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { priorityRank } from '../../core/policy';

/** A priority that was set, and by whom. */
export interface PrioritySet {
  readonly priority: PriorityId;
  readonly at: Instant;
  readonly by: AccountId | null;
}

/** Whoever raised it, the strictest priority so far counts, on this rung from its start and on the next ones. */
export function onRaised(c: Case, ask: OpenAsk, { priority, at, by }: PrioritySet): void {
  const { queue } = c;
  if (priorityRank(queue, priority) >= priorityRank(queue, ask.priority)) return;
  const name = queue.priorities.find(({ id }) => id === priority)?.name ?? priority;
  if (queue.readings.priorityRaised === 'unchanged') {
    c.decline(
      because('A18', 'In this queue a priority that is raised leaves the due time as it is.', {
        priority: name,
        'due at': ask.dueAt,
      }),
    );
    return;
  }
  changeAsk(c, ask, { priority, hastened: { at, by, priority: name } });
}
