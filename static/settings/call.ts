import type { SettingsApi } from '../../src/contract/settings';
import { callsOf } from '../shared/call';

export const callSettings = callsOf<SettingsApi>();
