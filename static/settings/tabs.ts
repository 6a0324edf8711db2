import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** A tab of the settings page; its code is loaded when it is first opened. */
export interface SettingsTab {
  readonly title: string;
  readonly Page: LazyExoticComponent<ComponentType>;
}

/** In the order in which an administrator needs them. */
export const tabs: readonly SettingsTab[] = [
  { title: 'Get started', Page: lazy(() => import('./doctor/GetStartedTab')) },
  { title: 'Overview', Page: lazy(() => import('./configuration/ConfigurationTab')) },
  { title: 'Accounts', Page: lazy(() => import('./accounts/AccountsTab')) },
  { title: 'Activity', Page: lazy(() => import('./activity/ActivityTab')) },
];
