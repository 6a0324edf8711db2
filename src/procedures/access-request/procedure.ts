// The access-request SOP, as the one engine runs it.
import type { Sop } from '../../core/procedure';
import { accessOnTime, accessWakeAt } from './on-time';

export const access: Sop = {
  onTime: accessOnTime,
  wakeAt: (ledger) => accessWakeAt(ledger.access ?? null),
};
