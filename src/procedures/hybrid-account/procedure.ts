// Hybrid accounts (HY, H).
import { stored } from './account';
import { ears } from './ears';
import { id } from './state';
import type { ProcedureModule } from '../../app/app-procedure';

export const hybridAccount: ProcedureModule = {
  id,
  ears,
  stored,
  load: {
    rules: async () => (await import('./rules')).rules,
    effects: async () => (await import('./effects/all')).effects,
    acts: async () => (await import('./pages/acts')).hybridAccountActs,
    settings: async () => (await import('./settings/settings')).settings,
    accounts: async () => (await import('./accounts/account-part')).hybridAccountPart,
    contribution: async () => (await import('./pages/contribution')).hybridAccountContribution,
    hourly: async () => (await import('./jobs/look-again')).lookAgain,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
  },
};
