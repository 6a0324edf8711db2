// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { id, changeOf } from './state';
import type { Procedure } from '../../core/procedure';
import { changeOnTime, changeWakeAt, onComment, onStatus } from './on-time';

export const rules: Procedure = {
  id,
  onComment,
  onChange: onStatus,
  onTime: changeOnTime,
  wakeAt: (ledger) => changeWakeAt(changeOf(ledger)),
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
