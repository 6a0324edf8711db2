// Every hour: look again at whatever changed since the last time. No event, late events, double events and reordered
// events all end in the same state. What the search finds is decided at once, and only what differs gets a turn. A queue that Jira does not show to the app holds up no other.
import type { IssueId, ProjectId } from '../core/ids';
import { dayMs, earliest, type Instant, msOf } from '../core/instant';
import type { Policy } from '../core/policy';
import type { Ticket } from '../core/ticket';
import { JiraRefused } from './errors';
import { beginPass } from './first-pass';
import type { Ports } from './ports';
import type { QueueLook } from './queue-ports';
import { needsATurn } from './take-turn';
import { lookAhead } from './take-turns';

/** Jira's index lags by minutes; looking back further than the last run costs little and misses nothing. */
const overlapMs = 20 * 60_000;
/** After a long pause (the app was off) look back no further than this. */
const furthestMs = 7 * dayMs;
/** Tickets whose turns are begun in the same second; as many as a page of the search has. */
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
  let after: string | null = null;
  do {
    const page = await ports.jira.app.searchTickets(jql, policy, after);
    await queueThose(looking, await thoseToTurn(ports, policy, page.tickets));
    after = page.next;
  } while (after !== null);
  for (const id of ids) {
    // What nobody saw meanwhile may have changed longer ago than is looked back.
    if (lookOf(id).failing !== null) await beginPass(ports, id);
    await ports.looks.keep(id, { until: now, failing: null });
  }
}

/** Of tickets that were just read, those that need a turn: most have had theirs, when the event came. */
async function thoseToTurn(
  ports: Ports,
  policy: Policy,
  tickets: readonly Ticket[],
): Promise<readonly IssueId[]> {
  const records = await ports.tickets.loadAll(tickets.map(({ issueId }) => issueId));
  const recordOf = ({ issueId }: Ticket) => records.get(issueId) ?? null;
  await lookAhead(ports, policy, tickets, records);
  const found: IssueId[] = [];
  for (const ticket of tickets) {
    try {
      if (!(await needsATurn(ports, policy, ticket, recordOf(ticket)))) continue;
    } catch (error) {
      // It is told by its own turn, which holds up no other.
      ports.log.error('not-decided', error, { issueId: ticket.issueId });
    }
    found.push(ticket.issueId);
  }
  return found;
}

async function queueThose(looking: Looking, issueIds: readonly IssueId[]): Promise<void> {
  if (issueIds.length === 0) return;
  // One batch a second: nothing of this is urgent.
  const delaySeconds = Math.min(900, Math.floor(looking.queued / perTurn));
  await looking.ports.turns.push([{ issueIds, delaySeconds }]);
  looking.queued += issueIds.length;
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
