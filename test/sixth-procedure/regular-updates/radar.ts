import { because } from '../../../src/core/because';
import type { RadarRule } from '../../../src/core/radar-rule';
import { owedOf } from './state';

export const updateRadar: readonly RadarRule[] = [
  {
    code: 'customer-update-late',
    severity: 'warning',
    repair: 'person',
    find: (ledger) => {
      const owed = owedOf(ledger);
      if (owed?.told !== 2) return null;
      return {
        text: 'A customer waits for an update although the assignee and the lead were told.',
        remedy: 'Write to the customer, or put the update off with a reason.',
        because: because('RU-07', 'Nobody is left who would be told.', { since: owed.since }),
        since: owed.since,
      };
    },
  },
];
