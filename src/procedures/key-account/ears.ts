// Which events concern key accounts.
import type { Ears, Heard } from '../../core/procedure';
import { id, keyPartOf } from './key-part';

export const ears: Ears = { hears };

/** KA-12: tickets of key accounts get their priority when they are opened, and when their account becomes known. */
function hears({ kind, fields, queue, ledger }: Heard): boolean {
  if (
    queue !== undefined &&
    queue.procedures[id] !== undefined &&
    (kind === 'created' || fields.includes(queue.fields.organizations.id))
  )
    return true;
  return keyPartOf(ledger)?.of != null && fields.includes('priority');
}
