// Hybrid accounts (HY, H).
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const hybridAccount: AppProcedure = {
  rules,
  settings,
};
