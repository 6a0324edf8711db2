// Which events concern regular updates.
import type { Ears } from '../../../src/core/procedure';
import { updateSettingsOf } from './settings/policy';
import { owedOf } from './state';

export const ears: Ears = {
  isOpen: (ledger) => owedOf(ledger) !== undefined,
  hears: ({ kind, fields, queue }) =>
    queue !== undefined &&
    updateSettingsOf(queue) !== undefined &&
    (kind === 'created' || fields.includes('priority') || fields.includes('status')),
};
