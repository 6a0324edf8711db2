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
  { title: 'Queues and SOPs', Page: lazy(() => import('./queues/QueuesTab')) },
  { title: 'Other procedures', Page: lazy(() => import('./procedures/ProceduresTab')) },
  { title: 'Roles and absences', Page: lazy(() => import('./roles/RolesTab')) },
  { title: 'Calendars', Page: lazy(() => import('./calendars/CalendarsTab')) },
  { title: 'Versions', Page: lazy(() => import('./versions/VersionsTab')) },
  { title: 'Activity', Page: lazy(() => import('./activity/ActivityTab')) },
];
