import type { AccountsApi } from './accounts';
import type { ConfigurationApi } from './configuration';
import type { DoctorApi } from './doctor';
import type { FeedApi } from './feed';

/** What the settings page may call, a part per tab. Only Jira administrators; the functions check again. */
export type SettingsApi = ConfigurationApi & DoctorApi & AccountsApi & FeedApi;
