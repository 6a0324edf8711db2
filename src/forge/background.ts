import type { BackgroundQueue } from '../app/ports';

/** The queue of jobs, loaded where something is put into it. */
export const background: BackgroundQueue = {
  push: async (job, delaySeconds) =>
    (await import('./background-queue')).backgroundQueue.push(job, delaySeconds),
};
