// The schedule that wakes what falls due.
import { wakeDueTickets as wake } from '../app/wake-due-tickets';
import { portsFor } from './ports';
import { done } from './scheduled';

export async function wakeDueTickets(): Promise<typeof done> {
  await wake(portsFor(null));
  return done;
}
