// Change requests (CR, C).
import { stored } from './account';
import { ears } from './ears';
import { id } from './state';
import type { ProcedureModule } from '../../app/app-procedure';

export const changeRequest: ProcedureModule = {
  id,
  ears,
  stored,
  load: {
    rules: async () => (await import('./rules')).rules,
    effects: async () => (await import('./effects/all')).effects,
    acts: async () => (await import('./pages/acts')).changeRequestActs,
    settings: async () => (await import('./settings/settings')).settings,
    accounts: async () => (await import('./accounts/account-part')).changeRequestPart,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
    portal: async () => (await import('./pages/portal')).portalPage,
  },
};
