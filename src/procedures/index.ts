import { access } from './access-request/procedure';
import { changeRequests } from './change-request/procedure';
import { hybrid } from './hybrid-account/procedure';
import { keyAccount } from './key-account/procedure';
import { accountManager } from './account-manager/procedure';
import type { Sop } from '../core/procedure';

/** Every SOP that may be at work on a ticket, in the order in which they look at it. */
export const sops: readonly Sop[] = [accountManager, access, hybrid, changeRequests, keyAccount];
