// Hybrid accounts (HY, H).
import { hybridAccountPart } from './accounts/account-part';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const hybridAccount: AppProcedure = {
  rules,
  accounts: hybridAccountPart,
  settings,
};
