import type { AbsencesApi } from './absences';
import type { ActivityApi } from './activity';
import type { AccountsApi } from './accounts';
import type { ConfigurationApi } from './configuration';
import type { DoctorApi } from './doctor';
import type { FeedApi } from './feed';
import type { ChoicesApi } from './settings-choices';
import type { SopApi } from './sop';
import type { VersionsApi } from './versions';

/** What the settings page may call, a part per tab. Only Jira administrators; the functions check again. */
export type SettingsApi = ConfigurationApi &
  DoctorApi &
  AccountsApi &
  FeedApi &
  VersionsApi &
  SopApi &
  ChoicesApi &
  AbsencesApi &
  ActivityApi;
