// The access-request SOP, as the one engine runs it.
import { accessOf, id } from './state';
import type { Procedure } from '../../core/procedure';
import { accessOnTime, accessWakeAt } from './on-time';

export const rules: Procedure = {
  id,
  onTime: accessOnTime,
  wakeAt: (ledger) => accessWakeAt(accessOf(ledger) ?? null),
  needs: (ledger) => ({ customers: (accessOf(ledger)?.rows ?? []).map(({ cid }) => cid) }),
};
