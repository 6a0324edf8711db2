import type { KeyAccountsApi } from '../../../../src/procedures/key-account/contract/overview-calls';
import { callsOf } from '../../../shared/call';

export const callKeyAccounts = callsOf<KeyAccountsApi>();
