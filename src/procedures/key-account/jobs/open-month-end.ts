// KA-05, K4: once a month has ended, one task for Operations, whatever fails on the way.
import { beginMonthEnd } from '../month-end-steps';
import { monthBefore } from '../months';
import { localDateAt } from '../../../core/calendar/local-time';
import { msOf } from '../../../core/instant';
import type { Policy, QueuePolicy } from '../../../core/policy';
import type { Ports } from '../../../app/ports';
import { keyAccountSettingsOf } from '../settings/policy';
import { inEveryQueue, openOnce } from './open-once';

/**
 * Opens the task of the last month in every queue that keeps one; run again, it does nothing more.
 * @throws the first failure, after every other queue had its turn
 */
export const openMonthEnd = (ports: Ports): Promise<void> =>
  inEveryQueue(ports, 'month-end-not-opened', (policy, queue) => open(ports, policy, queue));

async function open(ports: Ports, policy: Policy, queue: QueuePolicy): Promise<void> {
  const monthEnd = keyAccountSettingsOf(queue)?.monthEnd ?? null;
  if (monthEnd === null) return;
  const timeZone = policy.calendars[queue.calendar]?.timeZone ?? 'UTC';
  const month = monthBefore(localDateAt(timeZone, msOf(ports.now())));
  if (localDateAt(timeZone, msOf(policy.effectiveFrom)).slice(0, 7) > month) return;
  await openOnce(ports, policy, {
    key: `month-end-${queue.projectId}-${month}`,
    projectId: queue.projectId,
    requestType: monthEnd.requestType,
    summary: `Key accounts: end-of-month document of ${month}`,
    description: `The summary of ${month} is on the page "Key accounts" of this project. Please bring the end-of-month document up to date and confirm it in this ticket.`,
    knows: (part) => part?.monthEnd != null,
    begin: async () => (c, settings) => beginMonthEnd(c, settings, month),
  });
}
