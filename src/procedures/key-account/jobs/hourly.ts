// What key accounts do by themselves, hourly: the tickets of the week and of the month are opened.
import type { Ports } from '../../../app/ports';
import { openMeetings } from './open-meetings';
import { openMonthEnd } from './open-month-end';

/** One that fails holds up no other. @throws the first failure */
export async function openTickets(ports: Ports): Promise<void> {
  const failures: unknown[] = [];
  for (const open of [openMonthEnd, openMeetings])
    await open(ports).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
