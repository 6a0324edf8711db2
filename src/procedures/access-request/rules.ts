// The access-request SOP, as the one engine runs it.
import { isClosed } from './access-request';
import { because } from '../../core/because';
import type { Procedure } from '../../core/procedure';
import { accessOnTime, accessWakeAt } from './on-time';
import { accessOnRaised, heardBy } from './raised';
import { accessOf, id } from './state';
import { ticketsOfEngineer } from './tickets-of-engineer';
import { accessWaits } from './waits';

export const rules: Procedure = {
  id,
  onRaised: accessOnRaised,
  waits: accessWaits,
  onTime: accessOnTime,
  wakeAt: (ledger) => accessWakeAt(accessOf(ledger) ?? null),
  needs: (ledger) => {
    const request = accessOf(ledger);
    return {
      customers: (request?.rows ?? []).map(({ cid }) => cid),
      raised: heardBy(request),
    };
  },
  rows: ticketsOfEngineer.rows,
  finished: ({ ledger }) => {
    const request = accessOf(ledger);
    if (request === undefined) return null;
    return request.rows.length > 0 && request.rows.every(isClosed)
      ? because('EA-23', 'Access is settled for every customer.', {
          customers: `${request.rows.length}`,
        })
      : 'not-yet';
  },
};
