import type { DirectoryJob } from '../app/accounts/account-ports';

/** Queues a job on the directory; they are done one at a time. */
export async function pushJob(job: DirectoryJob): Promise<void> {
  const { Queue } = await import('@forge/events');
  await new Queue({ key: 'directory-jobs' }).push({
    body: { ...job },
    concurrency: { key: 'directory', limit: 1 },
  });
}
