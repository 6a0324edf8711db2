// The procedures of this app. The only file outside a procedure's folder that names one.
import type { ProcedureModule } from '../app/app-procedure';
import { accessRequest } from './access-request/procedure';
import { accountManager } from './account-manager/procedure';
import { changeRequest } from './change-request/procedure';
import { hybridAccount } from './hybrid-account/procedure';
import { keyAccount } from './key-account/procedure';

/** In the order in which they look at a ticket. */
export const procedures: readonly ProcedureModule[] = [
  accountManager,
  accessRequest,
  hybridAccount,
  changeRequest,
  keyAccount,
];
