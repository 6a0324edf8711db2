// What people do in a ticket, of every procedure.
import type { Acts } from '../app/acts';
import { accessRequestActs } from './access-request/pages/acts';
import { accountManagerActs } from './account-manager/pages/acts';
import { changeRequestActs } from './change-request/pages/acts';
import { hybridAccountActs } from './hybrid-account/pages/acts';
import { keyAccountActs } from './key-account/pages/acts';

export const procedureActs: Readonly<Record<string, Acts>> = {
  'account-manager': accountManagerActs,
  'change-request': changeRequestActs,
  'key-account': keyAccountActs,
  'access-request': accessRequestActs,
  'hybrid-account': hybridAccountActs,
};
