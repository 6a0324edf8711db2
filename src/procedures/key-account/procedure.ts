// Key accounts (KA, K).
import { stored } from './account';
import { ears } from './ears';
import { happeningsOf, id } from './key-part';
import type { ProcedureModule } from '../../app/app-procedure';

export const keyAccount: ProcedureModule = {
  id,
  ears,
  stored,
  forget: (ports, issueId, ledger) => ports.happenings.forget(happeningsOf(issueId, ledger)),
  load: {
    rules: async () => (await import('./rules')).rules,
    effects: async () => (await import('./effects/all')).effects,
    acts: async () => (await import('./pages/acts')).keyAccountActs,
    settings: async () => (await import('./settings/settings')).settings,
    accounts: async () => (await import('./accounts/account-part')).keyAccountPart,
    contribution: async () => (await import('./pages/contribution')).keyAccountContribution,
    hourly: async () => (await import('./jobs/hourly')).openTickets,
  },
  pages: {
    panel: async () => (await import('./pages/panel')).panel,
  },
  projectPages: {
    overview: async () => (await import('./pages/overview')).overview,
  },
};
