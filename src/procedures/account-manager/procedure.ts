// Account manager escalation (AM, A).
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const accountManager: AppProcedure = {
  rules,
  settings,
};
