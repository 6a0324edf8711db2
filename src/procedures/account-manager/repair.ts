// AM-32: what somebody takes out of an open request by hand is put back, once for each time, and written down.
import { showManagers, missingFields } from './manager-fields';
import { asksOf } from './asks';
import { because } from '../../core/because';
import type { Draft } from '../../core/draft';
import { nameOf } from '../../core/people';
import { entryById } from '../../core/policy';
import type { Situation } from '../../core/situation';
import type { Change } from '../../core/ticket';

/** AM-07, AM-17: without its managers and its priority a ticket is no action item on anybody's list. */
export function onEmptied(draft: Draft, situation: Situation, change: Change): void {
  const { ask } = asksOf(draft.ledger);
  if (ask === null || change.to !== null || change.at < ask.askedAt) return;
  if (change.field === 'priority') return refillPriority(draft, situation, change);
  const empty = missingFields(situation).filter(({ now }) => now === undefined);
  if (empty.length === 0 || draft.people !== null) return;
  showManagers(draft, situation, null, 'AM-07');
  draft.done(
    change.at,
    null,
    `${empty.map(({ field }) => field.name).join(' and ')} filled in again`,
    because(
      'AM-17',
      `Emptied by hand while ${nameOf(situation.people, ask.holder)} is asked; without it the ticket is no action item on anybody’s list.`,
      { 'emptied by': change.by?.name ?? 'somebody' },
    ),
  );
}

function refillPriority(draft: Draft, situation: Situation, change: Change): void {
  const { ask } = asksOf(draft.ledger);
  if (ask === null || situation.ticket.priority !== null || draft.priority !== null) return;
  const priority = ask.priority ?? entryById(situation.queue, ask.entryId)?.priority ?? null;
  const name = situation.queue.priorities.find(({ id }) => id === priority)?.name;
  if (name === undefined) return;
  draft.priority = priority;
  draft.done(
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
