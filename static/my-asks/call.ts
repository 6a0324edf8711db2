import type { MyAsksApi } from '../../src/procedures/account-manager/contract/gadget';
import { callsOf } from '../shared/call';

export const callMyAsks = callsOf<MyAsksApi>();
