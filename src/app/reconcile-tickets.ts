// Every hour: look again at whatever changed since the last time. No event, late events, double events and reordered
// events all end in the same state. A queue that Jira does not show to the app holds up no other.
import type { ProjectId } from '../core/ids';
import { dayMs, earliest, type Instant, msOf } from '../core/instant';
import type { Policy } from '../core/policy';
import { JiraRefused } from './errors';
import { beginPass } from './first-pass';
import type { Ports } from './ports';
import type { QueueLook } from './queue-ports';

/** Jira's index lags by minutes; looking back further than the last run costs little and misses nothing. */
const overlapMs = 20 * 60_000;
/** After a long pause (the app was off) look back no further than this. */
const furthestMs = 7 * dayMs;
/** Jira: bulk fetch takes 100 issues. */
const perTurn = 100;

const never: QueueLook = { until: null, failing: null };

/**
 * One search for all queues that answered the last time, and one for each that did not.
 * @returns how many tickets were queued
 * @throws what is worth trying again soon; what was looked at before stays so
 */
export async function reconcileTickets(ports: Ports): Promise<number> {
  const policy = await ports.policy.current();
  if (policy === null) return 0;
  const ids = Object.keys(policy.queues);
  const looks = await ports.looks.of(ids);
  const lookOf = (id: ProjectId): QueueLook => looks[id] ?? never;
  const ill = ids.filter((id) => lookOf(id).failing !== null);
  const well = ids.filter((id) => lookOf(id).failing === null);
  const looking: Looking = { ports, policy, lookOf, queued: 0 };
  if (well.length > 0 && !(await isSeen(looking, well)))
    for (const id of well) await lookAlone(looking, id);
  for (const id of ill) await lookAlone(looking, id);
  if (looking.queued > 0) ports.log.info('reconciled', { tickets: looking.queued });
  return looking.queued;
}

interface Looking {
  readonly ports: Ports;
  readonly policy: Policy;
  readonly lookOf: (id: ProjectId) => QueueLook;
  queued: number;
}

/** @returns false where Jira refuses, as it does when the app cannot see one of them */
async function isSeen(looking: Looking, ids: readonly ProjectId[]): Promise<boolean> {
  try {
    await look(looking, ids);
    return true;
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    if (ids.length === 1) await noteFailing(looking, ids[0] ?? '', error);
    return ids.length === 1;
  }
}

async function lookAlone(looking: Looking, id: ProjectId): Promise<void> {
  try {
    await look(looking, [id]);
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    await noteFailing(looking, id, error);
  }
}

async function noteFailing(
  { ports, lookOf }: Looking,
  id: ProjectId,
  error: JiraRefused,
): Promise<void> {
  const { until, failing } = lookOf(id);
  const since = failing?.since ?? ports.now();
  ports.log.error('queue-not-seen', error, { projectId: id });
  await ports.looks.keep(id, { until, failing: { since, why: error.message } });
}

async function look(looking: Looking, ids: readonly ProjectId[]): Promise<void> {
  const { ports, policy, lookOf } = looking;
  const now = ports.now();
  const last = earliest(...ids.map((id) => lookOf(id).until ?? policy.effectiveFrom));
  const jql = reconcileJql(ids, last ?? policy.effectiveFrom, now);
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
  looking.queued += queued;
  for (const id of ids) {
    // What nobody saw meanwhile may have changed longer ago than is looked back.
    if (lookOf(id).failing !== null) await beginPass(ports, id);
    await ports.looks.keep(id, { until: now, failing: null });
  }
}

/** What changed since `last` in these queues. */
export function reconcileJql(
  projectIds: readonly ProjectId[],
  last: Instant,
  now: Instant,
): string {
  const from = Math.max(msOf(last) - overlapMs, msOf(now) - furthestMs);
  const minutes = Math.ceil((msOf(now) - from) / 60_000);
  return `project in (${projectIds.join(', ')}) AND updated >= "-${minutes}m" ORDER BY updated DESC`;
}

/** Looks come hourly: three that did not succeed are no hiccup any more. */
const lateMs = 3 * 60 * 60_000;

/** Since when a queue was not looked at, where that is too long; null where all is well. */
export function notLookedAtSince(
  { effectiveFrom }: Policy,
  look: QueueLook | undefined,
  now: Instant,
): Instant | null {
  const since = look?.until ?? effectiveFrom;
  return msOf(now) - msOf(since) > lateMs ? since : null;
}
