import { Queue } from '@forge/events';
import type { TurnQueue } from '../app/ports';

const queue = new Queue({ key: 'ticket-turns' });

/** Forge, "Async events": at most 50 events a request. */
const perRequest = 50;
/** Batches at work side by side; a ticket of its own is never stuck behind them. */
const batchesAtOnce = 2;

export const turnQueue: TurnQueue = {
  async push(turns) {
    const events = turns.map(({ issueIds, delaySeconds, onlyDue = false }) => ({
      body: { issueIds: [...issueIds], onlyDue },
      delayInSeconds: Math.min(900, Math.max(0, Math.ceil(delaySeconds))),
      // One turn at a time per ticket; the lease in the ledger keeps resolvers and batches out of each other's way.
      concurrency:
        issueIds.length === 1
          ? { key: `ticket-${issueIds[0]}`, limit: 1 }
          : { key: 'batches', limit: batchesAtOnce },
    }));
    for (let start = 0; start < events.length; start += perRequest)
      await queue.push(events.slice(start, start + perRequest));
  },
};
