// The change-request SOP, as the one engine runs it.
import { withChangeRequest } from './shadow';
import { id } from './state';
import type { Procedure } from '../../core/procedure';
import { changeOnTime, onComment, onStatus } from './on-time';
import { changeWaits } from './waits';

export const rules: Procedure = {
  id,
  onComment,
  onChange: onStatus,
  onTime: changeOnTime,
  waits: changeWaits,
  wakeAt: () => null,
  property: withChangeRequest,
  guardsMoves: { key: 'change', clause: 'CR-33' },
};
