// What runs without anybody looking: the queue's consumer and the two schedules.
import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import { checkPeople } from '../app/check-people';
import { reconcileTickets as reconcile } from '../app/reconcile-tickets';
import { takeTurns } from '../app/take-turns';
import { wakeDueTickets as wake } from '../app/wake-due-tickets';
import { log } from './log';
import { portsFor } from './ports';

/** Forge: `retryAfter` is at most 900 seconds. */
const longestRetrySeconds = 900;

const issueIdsOf = (event: AsyncEvent): string[] => {
  const { issueIds } = (event.body ?? {}) as { issueIds?: unknown };
  return Array.isArray(issueIds) ? issueIds.filter((id): id is string => typeof id === 'string') : [];
};

/**
 * Takes the turns an event asks for. What Jira has no time for is given back: a single ticket as a retry of the same
 * event, a batch as a new event with those that are left.
 */
export async function takeTicketTurns(event: AsyncEvent): Promise<unknown> {
  const ports = portsFor(null);
  const issueIds = issueIdsOf(event);
  const left = await takeTurns(ports, issueIds);
  if (left === null) return undefined;
  const retryAfter = Math.min(longestRetrySeconds, left.retryAfterSeconds);
  if (left.issueIds.length < issueIds.length) {
    await ports.turns.push([{ issueIds: left.issueIds, delaySeconds: retryAfter }]);
    return undefined;
  }
  log.info('turns-postponed', { tickets: left.issueIds.length, retryAfter });
  return new InvocationError({
    retryAfter,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { tickets: left.issueIds.length },
  });
}

/** Two documents disagree on whether a schedule must answer; an answer with a status suits both. */
const done = { statusCode: 204 };

export async function wakeDueTickets(): Promise<typeof done> {
  await wake(portsFor(null));
  return done;
}

export async function reconcileTickets(): Promise<typeof done> {
  const ports = portsFor(null);
  await checkPeople(ports);
  await reconcile(ports);
  return done;
}
