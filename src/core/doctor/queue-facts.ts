import type { FieldId, PriorityId, StatusId } from '../ids';
import type { Named } from '../policy';

/** What Account Relay must be allowed in a queue's project, by Jira's own keys. */
export const neededPermissions = [
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ADD_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'MANAGE_WATCHERS',
] as const;

export type NeededPermission = (typeof neededPermissions)[number];

/** How a queue's project stands in Jira, as Account Relay sees it. */
export interface QueueFacts {
  readonly permissions: ReadonlySet<NeededPermission>;
  /** Empty where the project cannot be seen. */
  readonly statuses: readonly (Named<StatusId> & { readonly done: boolean })[];
  readonly fields: readonly (Named<FieldId> & { readonly type: string })[];
  readonly priorities: readonly Named<PriorityId>[];
  /** Names; null where the project is no service project. */
  readonly requestTypes: readonly string[] | null;
  /** Those that the procedures' settings of this queue name. */
  readonly requestTypesNamed: readonly string[];
  /** A recent ticket for each status of each work type, where there is one. */
  readonly samples: readonly Sample[];
  /** Tickets that a rule of Jira's automation has moved lately from whoever is asked to those who wait for the customer. */
  readonly movedByRule: readonly string[];
  /** Of the recent tickets, each once. */
  readonly organizations: readonly { readonly name: string; readonly hasAccount: boolean }[];
}

/** A ticket from which Jira's answer about screens and workflow is read. */
export interface Sample {
  readonly key: string;
  /** Work type; each may have its own workflow and screens. */
  readonly type: string;
  readonly status: Named<StatusId>;
  /** What its edit screen lets one set. */
  readonly editable: readonly FieldId[];
  /** The statuses it can go to from here. */
  readonly leadsTo: readonly StatusId[];
}

/** Jira's type of a field that holds one person. */
export const userPickerType = 'com.atlassian.jira.plugin.system.customfieldtypes:userpicker';
