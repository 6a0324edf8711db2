// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { id, changeOf } from './state';
import type { Procedure } from '../../core/procedure';
import { changeOnTime, changeWakeAt, onProgressComment, onStatus } from './on-time';

export const rules: Procedure = {
  id,
  onComment: onProgressComment,
  onChange: onStatus,
  onTime: changeOnTime,
  // Whose public words are the customer's decides what shows their approval (C6).
  needs: (ledger) => ({ speakers: changeOf(ledger) !== undefined }),
  wakeAt: (ledger) => changeWakeAt(changeOf(ledger)),
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
