// The hourly schedule that finds what events missed, and who is gone or cannot see.
import { lookFirst } from './first-look';
import { done } from './scheduled';

export async function reconcileTickets(): Promise<typeof done> {
  const look = await lookFirst(null);
  await (await import('./hourly')).reconcileAll(look);
  return done;
}
