// Access requests of new engineers (EA, E).
import { stored } from './account';
import { id } from './state';
import type { ProcedureModule } from '../../app/app-procedure';

export const accessRequest: ProcedureModule = {
  id,
  stored,
  forget: (ports, issueId) => ports.personal.forget(issueId),
  load: {
    rules: async () => (await import('./rules')).rules,
    effects: async () => (await import('./effects/all')).effects,
    acts: async () => (await import('./pages/acts')).accessRequestActs,
    settings: async () => (await import('./settings/settings')).settings,
    accounts: async () => (await import('./accounts/account-part')).accessRequestPart,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
  },
};
