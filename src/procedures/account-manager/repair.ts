// AM-32: what somebody takes out of an open request by hand is put back, once for each time, and written down.
import { showManagers, missingFields } from './manager-fields';
import { asksOf } from './asks';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import { nameOf } from '../../core/people';
import { entryById } from '../../core/policy';
import type { Change } from '../../core/ticket';

/** AM-07, AM-17: without its managers and its priority a ticket is no action item on anybody's list. */
export function onEmptied(c: Case, change: Change): void {
  const { ask } = asksOf(c.ledger);
  if (ask === null || change.to !== null || change.at < ask.askedAt) return;
  if (change.field === 'priority') return refillPriority(c, change);
  const empty = missingFields(c, c.ledger).filter(({ now }) => now === undefined);
  if (empty.length === 0 || c.personFields !== null) return;
  showManagers(c, null, 'AM-07');
  c.done(
    change.at,
    null,
    `${empty.map(({ field }) => field.name).join(' and ')} filled in again`,
    because(
      'AM-17',
      `Emptied by hand while ${nameOf(c.people, ask.holder)} is asked; without it the ticket is no action item on anybody’s list.`,
      { 'emptied by': change.by?.name ?? 'somebody' },
    ),
  );
}

function refillPriority(c: Case, change: Change): void {
  const { ask } = asksOf(c.ledger);
  if (ask === null || c.ticket.priority !== null || c.priority !== null) return;
  const priority = ask.priority ?? entryById(c.queue, ask.entryId)?.priority ?? null;
  const name = c.queue.priorities.find(({ id }) => id === priority)?.name;
  if (name === undefined) return;
  c.priority = priority;
  c.done(
    change.at,
    null,
    `Priority set to ${name} again`,
    because(
      'AM-17',
      'Emptied by hand while a response is requested; without it the ticket is no action item on anybody’s list.',
      { 'emptied by': change.by?.name ?? 'somebody' },
    ),
  );
}
