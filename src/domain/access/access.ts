// The access-request SOP, as the one engine runs it.
import type { Sop } from '../sop';
import { accessOnTime, accessWakeAt } from './on-time';

export const access: Sop = {
  onTime: accessOnTime,
  wakeAt: (ledger) => accessWakeAt(ledger.access ?? null),
};
