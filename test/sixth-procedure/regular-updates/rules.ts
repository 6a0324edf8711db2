// Regular updates, as the one engine runs them.
import type { Procedure } from '../../../src/core/procedure';
import { emptyProjection, withStanding } from '../../../src/core/projection';
import { updateRadar } from './radar';
import { id, updatesOf } from './state';
import { onComment, onTime } from './update-wait';

export const rules: Procedure = {
  id,
  onComment,
  onTime,
  wakeAt: (ledger) => updatesOf(ledger)?.nextAt ?? null,
  radar: updateRadar,
  /** RU-08. Once something was shown it is taken back by showing the rest: null would leave the last there. */
  property: (projection, ledger) => {
    const updates = updatesOf(ledger);
    if (updates === undefined) return projection;
    return updates.ended === null
      ? withStanding(projection, updates.told === 0 ? 'update-in-time' : 'update-due')
      : (projection ?? emptyProjection);
  },
};
