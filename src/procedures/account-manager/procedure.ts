// Account manager escalation (AM, A).
import { id } from './asks';
import { ears } from './ears';
import type { ProcedureModule } from '../../app/app-procedure';

export const accountManager: ProcedureModule = {
  id,
  everywhere: true,
  ears,
  load: {
    rules: async () => (await import('./rules')).rules,
    acts: async () => (await import('./pages/acts')).accountManagerActs,
    lozenge: async () => (await import('./pages/lozenge')).lozenge,
    settings: async () => (await import('./settings/settings')).settings,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
    gadget: async () => (await import('./pages/gadget')).gadget,
  },
};
