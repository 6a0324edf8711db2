// Which events concern account managers.
import type { Ears, Heard } from '../../core/procedure';
import { asksOf } from './asks';

export const ears: Ears = {
  isOpen: (ledger) => {
    const { ask, waiting, offer } = asksOf(ledger);
    return ask !== null || waiting !== null || offer != null;
  },
  hears,
};

/** A tag, a status or a manager field may ask somebody; a new ticket only where its fields are filled at once (A1). */
function hears({ kind, fields, mentions, queue, policy }: Heard): boolean {
  if (kind === 'created') return queue?.readings.fillFields === 'on-create';
  if (kind === 'commented') return mentions;
  return fields.some(
    (field) =>
      field === 'status' ||
      Object.values(policy.queues).some((one) => one.fields.accountManager.id === field),
  );
}
