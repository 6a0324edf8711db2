import { access } from './access/access';
import { changeRequests } from './change-request/change-requests';
import { hybrid } from './hybrid/hybrid';
import { keyAccount } from './key-account/key-account';
import { accountManager } from './account-manager/account-manager';
import type { Sop } from './sop';

/** Every SOP that may be at work on a ticket, in the order in which they look at it. */
export const sops: readonly Sop[] = [accountManager, access, hybrid, changeRequests, keyAccount];
