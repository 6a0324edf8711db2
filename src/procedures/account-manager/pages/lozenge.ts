// The lozenge on the collapsed panel: who waits and until when.
import type { Lozenge, LozengeOf } from '../../../app/lozenge';
import { businessMinutesBetween } from '../../../core/calendar/business-time';
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import { asksOf } from '../asks';

const label = (text: string, type: Lozenge['type']): Lozenge => ({ label: text, type });

export const lozenge: LozengeOf = (ledger, policy, now) => {
  const { ask } = asksOf(ledger);
  if (ask === null) return null;
  const queue = policy.queues[ledger.projectId];
  const calendar = queue === undefined ? undefined : policy.calendars[queue.calendar];
  const left = calendar === undefined ? null : businessMinutesBetween(calendar, now, ask.dueAt);
  if (ask.customerReply !== null) return label('Customer replied', 'moved');
  if (now >= ask.dueAt) return label('Overdue', 'removed');
  return label(
    left === null ? 'Waiting' : `Due in ${spellBusinessMinutes(left)}`,
    ask.rung === 0 ? 'inprogress' : 'moved',
  );
};
