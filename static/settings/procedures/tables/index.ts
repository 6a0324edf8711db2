import type { Procedure } from '../describe';
import { access } from './access';
import { changeRequests } from './change-requests';
import { hybrid } from './hybrid';
import { keyAccounts } from './key-accounts';

/** Every SOP beside account manager escalation; another one is a line in this table. */
export const procedures: readonly Procedure[] = [changeRequests, keyAccounts, access, hybrid];
