// Hybrid accounts (HY, H).
import { stored } from './account';
import { id } from './state';
import type { ProcedureModule } from '../../app/app-procedure';

export const hybridAccount: ProcedureModule = {
  id,
  stored,
  load: {
    rules: async () => (await import('./rules')).rules,
    acts: async () => (await import('./pages/acts')).hybridAccountActs,
    settings: async () => (await import('./settings/settings')).settings,
    accounts: async () => (await import('./accounts/account-part')).hybridAccountPart,
    contribution: async () => (await import('./pages/contribution')).hybridAccountContribution,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
  },
};
