// The change-request SOP, as the one engine runs it.
import type { Sop } from '../../core/procedure';
import { changeOnTime, changeWakeAt, onProgressComment, onStatus } from './on-time';

export const changeRequests: Sop = {
  onComment: onProgressComment,
  onChange: onStatus,
  onTime: changeOnTime,
  wakeAt: (ledger) => changeWakeAt(ledger.change),
};
