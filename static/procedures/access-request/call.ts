import type { FollowUpsApi } from '../../../src/procedures/access-request/contract/panel';
import { callsOf } from '../../shared/call';

export const callFollowUps = callsOf<FollowUpsApi>();
