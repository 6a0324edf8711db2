import { makeResolver } from '@forge/resolver';
import type { SettingsApi } from '../../../contract/settings';
import { accounts } from './accounts';
import { configuration } from './configuration';
import { doctor } from './doctor';
import { feed } from './feed';

/** The settings page: each tab brings its own methods. */
export const answerSettings = makeResolver<SettingsApi>({ ...accounts, ...configuration, ...doctor, ...feed });
