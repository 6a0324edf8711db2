// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { id, changeOf } from './state';
import type { Procedure } from '../../core/procedure';
import { changeOnTime, changeFinished, changeWakeAt, onProgressComment, onStatus } from './on-time';

export const rules: Procedure = {
  id,
  onComment: onProgressComment,
  onChange: onStatus,
  onTime: changeOnTime,
  wakeAt: (ledger) => changeWakeAt(changeOf(ledger)),
  finished: changeFinished,
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
