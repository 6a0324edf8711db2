import type { AccountPart } from '../app/accounts/account-part';
import { accessRequestPart } from './access-request/accounts/account-part';
import { changeRequestPart } from './change-request/accounts/account-part';
import { hybridAccountPart } from './hybrid-account/accounts/account-part';
import { keyAccountPart } from './key-account/accounts/account-part';

/** What every SOP adds to customer accounts, in the order in which a file has it. */
export const accountParts: readonly AccountPart[] = [
  hybridAccountPart,
  keyAccountPart,
  changeRequestPart,
  accessRequestPart,
];
