// The queue's consumer: a turn for each ticket of an event.
import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import { takeTurns } from '../app/take-turns';
import { log } from './log';
import { portsFor } from './ports';

/** Forge: `retryAfter` is at most 900 seconds. */
const longestRetrySeconds = 900;

/** A longer wait is for a quota; then the five-minute schedule finds again what is due. */
const shortWaitSeconds = 60;

function turnsIn(event: AsyncEvent): { issueIds: string[]; onlyDue: boolean } {
  const { issueIds, onlyDue } = (event.body ?? {}) as { issueIds?: unknown; onlyDue?: unknown };
  return {
    issueIds: Array.isArray(issueIds)
      ? issueIds.filter((id): id is string => typeof id === 'string')
      : [],
    onlyDue: onlyDue === true,
  };
}

/** Batches that Jira turned away together must not all come back in the same second: some seconds more for each. */
function apart([first, ...more]: readonly string[], afterSeconds: number): number {
  const spread = afterSeconds < shortWaitSeconds ? 5 : 60;
  return more.length === 0 ? 0 : Number(first) % spread;
}

/**
 * Takes the turns an event asks for. What Jira has no time for is given back: a single ticket as a retry of the same
 * event, a batch as a new event with those that are left. What is due is left to the next sweep when Jira's points are
 * used up, so that the same tickets do not wait many times over.
 */
export async function takeTicketTurns(event: AsyncEvent): Promise<unknown> {
  const ports = portsFor(null);
  const { issueIds, onlyDue } = turnsIn(event);
  const left = await takeTurns(ports, issueIds, onlyDue);
  if (left === null) return undefined;
  const wait = left.retryAfterSeconds + apart(issueIds, left.retryAfterSeconds);
  const retryAfter = Math.min(longestRetrySeconds, wait);
  log.info('turns-postponed', { tickets: left.issueIds.length, retryAfter });
  if (onlyDue && issueIds.length > 1 && left.retryAfterSeconds > shortWaitSeconds) return undefined;
  if (left.issueIds.length < issueIds.length) {
    await ports.turns.push([{ issueIds: left.issueIds, delaySeconds: retryAfter, onlyDue }]);
    return undefined;
  }
  return new InvocationError({
    retryAfter,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { tickets: left.issueIds.length },
  });
}
