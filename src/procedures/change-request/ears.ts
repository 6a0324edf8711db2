// Which events concern change requests.
import type { Ears } from '../../core/procedure';
import { changeRequestSettingsOf } from './settings/policy';
import { changeOf } from './state';

export const ears: Ears = {
  isOpen: (ledger) => changeOf(ledger) !== undefined,
  // CR-01, CR-02: what comes in as a change request waits for whoever says whether it is one.
  listens: (queue) => ({
    created: (changeRequestSettingsOf(queue)?.requestTypes ?? []).length > 0,
  }),
};
