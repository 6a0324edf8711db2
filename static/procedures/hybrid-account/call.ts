import type { HybridApi } from '../../../src/procedures/hybrid-account/contract/panel';
import { callsOf } from '../../shared/call';

export const callHybrid = callsOf<HybridApi>();
