// Every hour: look again at whatever changed since the last time. No event, late events, double events and reordered
// events all end in the same state.
import type { Instant } from '../core/instant';
import { msOf } from '../core/instant';
import type { Policy } from '../core/policy';
import type { Ports } from './ports';

/** Jira's index lags by minutes; looking back further than the last run costs little and misses nothing. */
const overlapMs = 20 * 60_000;
/** After a long pause (the app was off) look back no further than this. */
const furthestMs = 7 * 24 * 60 * 60_000;
/** Jira: bulk fetch takes 100 issues. */
const perTurn = 100;

/** @returns how many tickets were queued */
export async function reconcileTickets(ports: Ports): Promise<number> {
  const policy = await ports.policy.current();
  if (policy === null || Object.keys(policy.queues).length === 0) return 0;
  const now = ports.now();
  const jql = reconcileJql(
    policy,
    (await ports.policy.reconciledUntil()) ?? policy.effectiveFrom,
    now,
  );
  let queued = 0;
  let after: string | null = null;
  do {
    const page = await ports.jira.app.search(jql, after);
    const turns = Array.from({ length: Math.ceil(page.issueIds.length / perTurn) }, (_, index) => ({
      issueIds: page.issueIds.slice(index * perTurn, (index + 1) * perTurn),
      // One batch a second: nothing of this is urgent.
      delaySeconds: Math.min(900, Math.floor(queued / perTurn) + index),
    }));
    if (turns.length > 0) await ports.turns.push(turns);
    queued += page.issueIds.length;
    after = page.next;
  } while (after !== null);
  await ports.policy.markReconciled(now);
  if (queued > 0) ports.log.info('reconciled', { tickets: queued });
  return queued;
}

/** What changed since `last` in the queues. */
export function reconcileJql(policy: Policy, last: Instant, now: Instant): string {
  const from = Math.max(msOf(last) - overlapMs, msOf(now) - furthestMs);
  const minutes = Math.ceil((msOf(now) - from) / 60_000);
  const projects = Object.values(policy.queues).map(({ projectId }) => projectId);
  return `project in (${projects.join(', ')}) AND updated >= "-${minutes}m" ORDER BY updated DESC`;
}
