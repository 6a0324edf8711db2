// Which events concern regular updates.
import type { Ears } from '../../../src/core/procedure';
import { updateSettingsOf } from './settings/policy';
import { owedOf } from './state';

export const ears: Ears = {
  isOpen: (ledger) => owedOf(ledger) !== undefined,
  listens: (queue) =>
    updateSettingsOf(queue) === undefined ? {} : { created: true, fields: ['priority', 'status'] },
};
