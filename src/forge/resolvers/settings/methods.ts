import type { Handlers } from '@forge/resolver';
import type { SettingsApi } from '../../../contract/settings';
import { methodsResolver } from '../page-resolver';
import { absences } from './absences';
import { accounts } from './accounts';
import { activity } from './activity';
import { configuration } from './configuration';
import { doctor } from './doctor';
import { draft } from './draft';
import { feed } from './feed';
import { sop } from './sop';

const methods: Handlers<SettingsApi> = {
  ...absences,
  ...accounts,
  ...activity,
  ...configuration,
  ...doctor,
  ...draft,
  ...feed,
  ...sop,
};

/** The settings page: each tab brings its own methods. */
export const answerSettings = methodsResolver(methods);
