// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { changeOf, id } from './state';
import type { Procedure } from '../../core/procedure';
import { changeFinished, changeOnTime, onComment, onStatus } from './on-time';
import { changeWaits } from './waits';

export const rules: Procedure = {
  id,
  onComment,
  onChange: onStatus,
  onTime: changeOnTime,
  waits: changeWaits,
  wakeAt: () => null,
  finished: changeFinished,
  // Whose public words are the customer's decides what shows their approval (C6).
  needs: (ledger) => ({ speakers: changeOf(ledger) !== undefined }),
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
