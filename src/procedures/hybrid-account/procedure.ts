// Hybrid accounts (HY, H).
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';

export const hybridAccount: AppProcedure = {
  rules,
};
