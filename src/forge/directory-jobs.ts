// Work on the directory that takes longer than a page waits: one job at a time.
import type { AsyncEvent } from '@forge/events';
import type { DirectoryJob } from '../app/accounts/account-ports';
import { lookFirst } from './first-look';

const jobOf = ({ body }: AsyncEvent): DirectoryJob | null => {
  const { kind, id } = (body ?? {}) as { kind?: unknown; id?: unknown };
  return typeof id === 'string' &&
    (kind === 'check-import' || kind === 'apply-import' || kind === 'feed')
    ? { kind, id }
    : null;
};

/** Takes one job. */
export async function runDirectoryJob(event: AsyncEvent): Promise<unknown> {
  const job = jobOf(event);
  if (job === null) return undefined;
  const look = await lookFirst(null);
  return (await import('./job-of-event')).takeJob(job, look);
}
