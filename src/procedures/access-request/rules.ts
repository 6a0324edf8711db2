// The access-request SOP, as the one engine runs it.
import { isClosed } from './access-request';
import { accessOf, id } from './state';
import { because } from '../../core/because';
import type { Procedure } from '../../core/procedure';
import { accessOnTime, accessWakeAt } from './on-time';

export const rules: Procedure = {
  id,
  onTime: accessOnTime,
  wakeAt: (ledger) => accessWakeAt(accessOf(ledger) ?? null),
  finished: ({ ledger }) => {
    const request = accessOf(ledger);
    if (request === undefined) return null;
    return request.rows.length > 0 && request.rows.every(isClosed)
      ? because('EA-23', 'Access is settled for every customer.', {
          customers: `${request.rows.length}`,
        })
      : 'not-yet';
  },
  needs: (ledger) => ({ customers: (accessOf(ledger)?.rows ?? []).map(({ cid }) => cid) }),
};
