// The turns that an event of the queue asks for.
import { takeTurns } from '../app/take-turns';
import type { FirstLook } from './first-look';
import { log } from './log';
import { portsFor } from './ports';
import { longestRetrySeconds, turnedAway } from './turned-away';

/** A longer wait is for a quota; then the five-minute schedule finds again what is due. */
const shortWaitSeconds = 60;

/** What an event asks for. */
export interface Wanted {
  readonly issueIds: readonly string[];
  /** Only what is still due by then. */
  readonly onlyDue: boolean;
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
export async function takeTurnsOf(
  { issueIds, onlyDue }: Wanted,
  look: FirstLook,
): Promise<unknown> {
  const ports = portsFor(null, look);
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
  return turnedAway(retryAfter, { tickets: left.issueIds.length });
}
