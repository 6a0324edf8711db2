import type { ProcedureSettings } from '../../../../src/app/settings/procedure-settings';
import { updateSettings as described } from '../contract/settings';

export const settings: ProcedureSettings = {
  described,
  checks: {
    priorities: [
      [
        (priorities: readonly string[]) => priorities.length > 0,
        'Regular updates need at least one priority.',
      ],
    ],
  },
};
