import type { ProcedureSettings } from '../app/settings/procedure-settings';
import { accessProcedure } from './access-request/settings/settings';
import { accountManagerProcedure } from './account-manager/settings/settings';
import { changeRequestProcedure } from './change-request/settings/settings';
import { hybridProcedure } from './hybrid-account/settings/settings';
import { keyAccountProcedure } from './key-account/settings/settings';

/** What every procedure lets an organization decide, in the order of the configuration file and of differences. */
export const procedureSettings: readonly ProcedureSettings[] = [
  hybridProcedure,
  accountManagerProcedure,
  accessProcedure,
  changeRequestProcedure,
  keyAccountProcedure,
];
