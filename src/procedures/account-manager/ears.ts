// Which events concern account managers.
import type { Policy, QueuePolicy } from '../../core/policy';
import type { Ears, Listening } from '../../core/procedure';
import { asksOf } from './asks';

export const ears: Ears = {
  isOpen: (ledger) => {
    const { ask, waiting, offer } = asksOf(ledger);
    return ask !== null || waiting !== null || offer != null;
  },
  listens,
};

/** A tag, a status or a manager field may ask somebody; a new ticket only where its fields are filled at once (A1). */
function listens({ readings }: QueuePolicy, { queues }: Policy): Listening {
  const fields = Object.values(queues).map((queue) => queue.fields.accountManager.id);
  return {
    created: readings.fillFields === 'on-create',
    mentions: true,
    fields: ['status', ...new Set(fields)],
  };
}
