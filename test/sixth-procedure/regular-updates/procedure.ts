// Regular customer updates (RU).
import type { ProcedureModule } from '../../../src/app/app-procedure';
import { ears } from './ears';
import { id } from './state';

export const regularUpdates: ProcedureModule = {
  id,
  ears,
  load: {
    rules: async () => (await import('./rules')).rules,
    acts: async () => (await import('./pages/acts')).updateActs,
    settings: async () => (await import('./settings/settings')).settings,
    contribution: async () => (await import('./pages/contribution')).updateContribution,
  },
};
