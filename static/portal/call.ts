import type { PortalApi } from '../../src/procedures/change-request/contract/portal';
import { callsOf } from '../shared/call';

export const callPortal = callsOf<PortalApi>();
