import type { ConfigurationApi } from './configuration';

/** What the settings page may call, a part per tab. Only Jira administrators; the functions check again. */
export type SettingsApi = ConfigurationApi;
