import type { KeyAccountApi } from '../../../src/procedures/key-account/contract/panel';
import { callsOf } from '../../shared/call';

export const callKeyAccount = callsOf<KeyAccountApi>();
