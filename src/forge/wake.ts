// The schedule that wakes what falls due. Most runs find nothing, so no more is loaded than finding needs.
import { wakeDueTickets as wake } from '../app/wake-due-tickets';
import { ticketStore } from '../kvs/ticket-store';
import { log } from './log';
import { done } from './scheduled';
import { turns } from './queues';

export async function wakeDueTickets(): Promise<typeof done> {
  await wake({ now: () => new Date().toISOString(), tickets: ticketStore, turns, log });
  return done;
}
