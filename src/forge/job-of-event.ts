// One job on the directory.
import type { DirectoryJob } from '../app/accounts/account-ports';
import { runJob } from '../app/accounts/run-job';
import { RelayError } from '../app/errors';
import { feedStore } from '../kvs/feed-store';
import { accountPorts } from './account-ports';
import type { FirstLook } from './first-look';
import { portsFor } from './ports';
import { longestRetrySeconds, turnedAway } from './turned-away';

/** Does it; what Jira or storage has no time for is tried again later. */
export async function takeJob(job: DirectoryJob, look: FirstLook): Promise<unknown> {
  try {
    const ports = portsFor(null, look);
    await runJob(ports, { ...(await accountPorts(null, ports)), feed: { store: feedStore } }, job);
    return undefined;
  } catch (error) {
    if (!(error instanceof RelayError)) throw error;
    const retryAfter = Math.min(longestRetrySeconds, error.detail.retryAfterSeconds ?? 30);
    return turnedAway(retryAfter, { job: job.id });
  }
}
