// The hourly schedule that finds what events missed, and who is gone or cannot see; and what of it is tried again.
import type { AsyncEvent } from '@forge/events';
import { lookFirst } from './first-look';
import { done } from './scheduled';

export async function reconcileTickets(): Promise<typeof done> {
  const look = await lookFirst(null);
  await (await import('./hourly')).everyHourFrom(look);
  return done;
}

/** One job again, or the next page of a first pass. */
export async function runBackgroundJob(event: AsyncEvent): Promise<unknown> {
  const look = await lookFirst(null);
  return (await import('./hourly')).takeBackgroundJob(event, look);
}
