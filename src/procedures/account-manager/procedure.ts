// Account manager escalation (AM, A).
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';

export const accountManager: AppProcedure = {
  rules,
};
