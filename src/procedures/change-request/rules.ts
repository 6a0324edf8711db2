// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { changeOf, id } from './state';
import type { Procedure } from '../../core/procedure';
import { changeOnTime, onComment, onStatus } from './on-time';
import { changeWaits } from './waits';

export const rules: Procedure = {
  id,
  onComment,
  onChange: onStatus,
  onTime: changeOnTime,
  // Whose public words are the customer's decides what shows their approval (C6).
  needs: (ledger) => ({ speakers: changeOf(ledger) !== undefined }),
  waits: changeWaits,
  wakeAt: () => null,
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
