// The hourly schedule that finds what events missed, and who is gone or cannot see; and what of it is tried again.
import api from '@forge/api';
import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import { RelayError } from '../app/errors';
import { everyHour, runJob } from '../app/every-hour';
import { jiraHealth } from '../jira/health';
import { backgroundJobOf } from './background-queue';
import { portsFor } from './ports';
import { done } from './scheduled';

/** Forge: `retryAfter` is at most 900 seconds. */
const longestRetrySeconds = 900;
/** After that the next hour's run does it. */
const mostRetries = 4;

const sees = (person: string, projectIds: readonly string[]) =>
  jiraHealth(api.asApp(), api.asApp()).permissionsOf(person, projectIds);

export async function reconcileTickets(): Promise<typeof done> {
  await everyHour(await portsFor(null, ['rules', 'effects', 'hourly']), sees);
  return done;
}

/** One job again, or the next page of a first pass. */
export async function runBackgroundJob(event: AsyncEvent): Promise<unknown> {
  const job = backgroundJobOf(event.body);
  if (job === null) return undefined;
  const ports = await portsFor(null, ['rules', 'effects', 'hourly']);
  try {
    await runJob(ports, sees, job);
    return undefined;
  } catch (error) {
    ports.log.error('background-job-failed', error, { job: job.kind });
    if ((event.retryContext?.retryCount ?? 0) >= mostRetries) return undefined;
    const wait = error instanceof RelayError ? error.detail.retryAfterSeconds : undefined;
    return new InvocationError({
      retryAfter: Math.min(longestRetrySeconds, wait ?? 60),
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      retryData: { job: job.kind },
    });
  }
}
