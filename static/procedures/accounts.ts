// What procedures show of customer accounts, in the order in which a file has it.
import type { AccountPart, PartMark } from '../settings/accounts/account-part';
import { accessRequest } from './access-request/account';
import { changeRequest } from './change-request/account';
import { hybridAccount, hybridMark } from './hybrid-account/account';
import { keyAccount, keyAccountMark } from './key-account/account';

export const accountParts: readonly AccountPart[] = [
  hybridAccount,
  keyAccount,
  changeRequest,
  accessRequest,
];

export const accountMarks: readonly PartMark[] = [keyAccountMark, hybridMark];
