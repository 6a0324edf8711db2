import type { ChangeRequestApi } from '../../../src/procedures/change-request/contract/panel';
import { callsOf } from '../../shared/call';

export const callChangeRequest = callsOf<ChangeRequestApi>();
