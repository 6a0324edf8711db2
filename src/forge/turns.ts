import type { TurnQueue } from '../app/ports';

/** The queue of turns, loaded where something is put into it: most calls put nothing there. */
export const turns: TurnQueue = {
  push: async (wanted) => (await import('./turn-queue')).turnQueue.push(wanted),
};
