// Work on the directory that takes longer than a page waits: one job at a time.
import api from '@forge/api';
import { type AsyncEvent, InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { AccountPorts, DirectoryJob } from '../app/accounts/account-ports';
import { runJob } from '../app/accounts/run-job';
import { RelayError } from '../app/errors';
import { jiraCatalogue } from '../jira/catalogue';
import { accountBook } from '../kvs/account-book';
import { accountFormat } from '../kvs/account-format';
import { accountImports } from '../kvs/account-imports';
import { feedStore } from '../kvs/feed-store';
import { accountPartsOf, loaded } from '../app/app-procedure';
import type { Ports } from '../app/ports';
import { portsFor } from './ports';

const queue = new Queue({ key: 'directory-jobs' });
/** Forge: `retryAfter` is at most 900 seconds. */
const longestRetrySeconds = 900;

/** @param viewer whose rights decide what a page may do; null in the background */
export const accountPorts = async (
  viewer: 'viewer' | null,
  { procedures }: Pick<Ports, 'procedures'>,
): Promise<AccountPorts> => ({
  book: accountBook(accountFormat(procedures)),
  parts: accountPartsOf(await loaded(procedures, ['accounts'])),
  imports: accountImports,
  jobs: {
    push: async (job) =>
      void (await queue.push({ body: { ...job }, concurrency: { key: 'directory', limit: 1 } })),
  },
  catalogues: {
    app: jiraCatalogue(api.asApp()),
    viewer: jiraCatalogue(viewer === null ? api.asApp() : api.asUser()),
  },
});

const jobOf = ({ body }: AsyncEvent): DirectoryJob | null => {
  const { kind, id } = (body ?? {}) as { kind?: unknown; id?: unknown };
  return typeof id === 'string' &&
    (kind === 'check-import' || kind === 'apply-import' || kind === 'feed')
    ? { kind, id }
    : null;
};

/** Takes one job; what Jira or storage has no time for is tried again later. */
export async function runDirectoryJob(event: AsyncEvent): Promise<unknown> {
  const job = jobOf(event);
  if (job === null) return undefined;
  try {
    const ports = portsFor(null);
    await runJob(ports, { ...(await accountPorts(null, ports)), feed: { store: feedStore } }, job);
    return undefined;
  } catch (error) {
    if (!(error instanceof RelayError)) throw error;
    const retryAfter = Math.min(longestRetrySeconds, error.detail.retryAfterSeconds ?? 30);
    return new InvocationError({
      retryAfter,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      retryData: { job: job.id },
    });
  }
}
