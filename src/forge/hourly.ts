// What is done hourly, and what of it is tried again.
import api from '@forge/api';
import type { AsyncEvent } from '@forge/events';
import { RelayError } from '../app/errors';
import { everyHour, runJob } from '../app/every-hour';
import { jiraHealth } from '../jira/health';
import { backgroundJobOf } from './background-queue';
import type { FirstLook } from './first-look';
import { portsFor } from './ports';
import { longestRetrySeconds, turnedAway } from './turned-away';

/** After that the next hour's run does it. */
const mostRetries = 4;

const sees = (person: string, projectIds: readonly string[]) =>
  jiraHealth(api.asApp(), api.asApp()).permissionsOf(person, projectIds);

/** @param look what was asked for before this was loaded */
export const everyHourFrom = (look: FirstLook): Promise<void> =>
  everyHour(portsFor(null, look), sees);

/** One job again, or the next page of a first pass. */
export async function takeBackgroundJob(event: AsyncEvent, look: FirstLook): Promise<unknown> {
  const job = backgroundJobOf(event.body);
  if (job === null) return undefined;
  const ports = portsFor(null, look);
  try {
    await runJob(ports, sees, job);
    return undefined;
  } catch (error) {
    ports.log.error('background-job-failed', error, { job: job.kind });
    if ((event.retryContext?.retryCount ?? 0) >= mostRetries) return undefined;
    const wait = error instanceof RelayError ? error.detail.retryAfterSeconds : undefined;
    return turnedAway(Math.min(longestRetrySeconds, wait ?? 60), { job: job.kind });
  }
}
