// The queues, loaded where something is put into them: most calls put nothing there.
import type { BackgroundQueue, TurnQueue } from '../app/ports';

export const turns: TurnQueue = {
  push: async (wanted) => (await import('./turn-queue')).turnQueue.push(wanted),
};

export const background: BackgroundQueue = {
  push: async (job, delaySeconds) =>
    (await import('./background-queue')).backgroundQueue.push(job, delaySeconds),
};
