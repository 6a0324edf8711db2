// What the settings page and the doctor need of Jira and of storage, beside the ports of the tickets.
import type { CustomerAccount } from '../core/account';
import type {
  AccountId,
  FieldId,
  IssueId,
  OrganizationId,
  PriorityId,
  ProjectId,
  StatusId,
} from '../core/ids';
import type { NeededPermission, Sample } from '../core/doctor/queue-facts';
import type { DoctorReport } from '../core/doctor/report';
import type { Person } from '../core/people';
import type { Named } from '../core/policy';

/** What Jira calls things, to resolve the names in a configuration file. */
export interface Catalogue {
  project(keyOrId: string): Promise<(Named<ProjectId> & { readonly key: string }) | null>;
  statuses(
    projectId: ProjectId,
  ): Promise<readonly (Named<StatusId> & { readonly done: boolean })[]>;
  fields(): Promise<readonly (Named<FieldId> & { readonly type: string })[]>;
  /** Highest first. */
  priorities(): Promise<readonly Named<PriorityId>[]>;
  organizations(): Promise<readonly Named<OrganizationId>[]>;
  /** Names of the request types of a service project; null where the project is none. */
  requestTypes(projectId: ProjectId): Promise<readonly string[] | null>;
  /** How issues can be linked; none where linking is turned off. */
  linkTypes(): Promise<readonly Named<string>[]>;
  /** People who match what somebody types. */
  findPeople(search: string): Promise<readonly Person[]>;
  /** People whose e-mail address or display name is exactly this. */
  people(emailOrName: string): Promise<readonly Person[]>;
  /** May the caller administer Jira? */
  mayAdminister(): Promise<boolean>;
}

/** Makes custom fields, as the caller: only who administers Jira may. Throws as {@link JiraDoor} does. */
export interface CustomFields {
  /** A field that holds one person; it is on no screen yet. Asked twice, it makes two. */
  createUserPicker(name: string, description: string): Promise<Named<FieldId>>;
}

/** What Jira has to choose from, for the forms of the settings. Throws as {@link JiraDoor} does. */
export interface Choices {
  /** Service projects the caller sees, by key. */
  serviceProjects(): Promise<readonly (Named<ProjectId> & { readonly key: string })[]>;
  /** Names of the request types of a service project. */
  requestTypes(projectId: ProjectId): Promise<readonly string[]>;
}

/** How a queue's project stands in Jira, for the doctor. Throws as {@link JiraDoor} does. */
export interface Health {
  /** Those of `wanted` that the app has in this project; none where it cannot see it. */
  ownPermissions(
    projectId: ProjectId,
    wanted: readonly NeededPermission[],
  ): Promise<ReadonlySet<NeededPermission>>;
  /** In which of these projects somebody may browse, and add comments. */
  permissionsOf(
    person: AccountId,
    projectIds: readonly ProjectId[],
  ): Promise<{ readonly browse: readonly ProjectId[]; readonly comment: readonly ProjectId[] }>;
  /** The tickets changed last: up to 100, or of one status only the last. */
  recentTickets(
    projectId: ProjectId,
    status: StatusId | null,
    organizationsField: FieldId,
  ): Promise<
    readonly {
      readonly issueId: IssueId;
      readonly type: string;
      readonly status: StatusId;
      readonly organizations: readonly Named<OrganizationId>[];
    }[]
  >;
  /**
   * Keys of tickets that Jira's automation has moved in the last two weeks from one of these statuses to one of those; none where
   * the site has no such automation.
   */
  movedByRule(
    projectId: ProjectId,
    from: readonly StatusId[],
    to: readonly StatusId[],
  ): Promise<readonly string[]>;
  /** Screens and ways out of up to 100 tickets, in one request. */
  samples(issueIds: readonly IssueId[]): Promise<readonly Sample[]>;
}

/** What the doctor found last. */
export interface DoctorReports {
  last(): Promise<DoctorReport | null>;
  keep(report: DoctorReport): Promise<void>;
}

/** All accounts, in pages of up to 100; null begins and ends. */
export interface AccountPages {
  page(
    cursor: string | null,
  ): Promise<{ readonly accounts: readonly CustomerAccount[]; readonly next: string | null }>;
}
