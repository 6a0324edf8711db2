/** What a person may do: `agent`, `manager` and `admin` hold an agent licence, a `collaborator` is a Jira user without. */
export type Role = 'admin' | 'manager' | 'agent' | 'collaborator' | 'customer';

/** A whole site as data: what {@link createJira} starts from. Names refer to names, people to e-mail addresses. */
export interface Site {
  readonly name: string;
  readonly timeZone: string;
  readonly people: readonly SitePerson[];
  /** Groups beside those every site has (`jira-administrators`, `jira-servicemanagement-users`, …). */
  readonly groups?: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly organizations: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** From the highest to the lowest. */
  readonly priorities: readonly string[];
  readonly issueTypes: readonly string[];
  readonly statuses: readonly {
    readonly name: string;
    readonly category: 'new' | 'indeterminate' | 'done';
    readonly description?: string;
  }[];
  readonly fields: readonly SiteField[];
  readonly projects: readonly SiteProject[];
  /** Oldest first: keys are given in this order. */
  readonly issues?: readonly SiteIssue[];
}

export interface SitePerson {
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  /** What the person is called where people are chosen, such as "Account manager". */
  readonly title?: string;
  readonly timeZone?: string;
  /** A customer with an Atlassian account of their own, as whoever uses Jira elsewhere has; portal-only when absent. */
  readonly atlassianAccount?: boolean;
  /** False for a deactivated account. */
  readonly active?: boolean;
  /** Keys of the only projects the person may work in; all when absent. */
  readonly projects?: readonly string[];
}

/** A custom field. */
interface SiteField {
  readonly name: string;
  readonly kind:
    | 'user'
    | 'users'
    | 'text'
    | 'paragraph'
    | 'number'
    | 'date'
    | 'datetime'
    | 'labels'
    | 'select'
    | 'multi-select';
  readonly description?: string;
  readonly options?: readonly string[];
  /** Keys of the projects in whose context the field is; all when absent. */
  readonly projects?: readonly string[];
}

export interface SiteProject {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly lead: string;
  /** `service_desk` when absent. */
  readonly type?: 'service_desk' | 'software' | 'business';
  readonly workflow: SiteWorkflow;
  readonly issueTypes: readonly string[];
  readonly requestTypes?: readonly SiteRequestType[];
  readonly queues?: readonly { readonly name: string; readonly jql: string }[];
  /** Organizations whose members raise requests here. */
  readonly organizations?: readonly string[];
  /** Customers who belong to no organization. */
  readonly customers?: readonly string[];
  /** JSM's own rule: a customer's public comment moves the request to this status, if its workflow lets it. */
  readonly customerReply?: { readonly to: string; readonly alsoWhenDone?: boolean };
  /**
   * The other half of JSM's preset rule: a public comment of the team moves the request to this status, that many seconds later.
   * Most sites of one's own have it; the demo has not.
   */
  readonly teamReply?: { readonly to: string; readonly afterSeconds?: number };
  /** Time to first response and to resolution, in hours of the whole week. */
  readonly slas?: readonly {
    readonly name: string;
    readonly goalHours: number;
    readonly stops: 'first-response' | 'resolution';
  }[];
}

export interface SiteRequestType {
  readonly name: string;
  readonly description: string;
  readonly issueType: string;
  /** Names of fields asked for beside the summary, in their order; `description` when absent. */
  readonly fields?: readonly { readonly field: string; readonly required: boolean }[];
}

export interface SiteWorkflow {
  readonly name: string;
  readonly initial: string;
  readonly transitions: readonly SiteTransition[];
  /** Statuses in which the people of a field have to approve; `approve` and `decline` name transitions out of it. */
  readonly approvals?: readonly {
    readonly status: string;
    readonly name: string;
    readonly field: string;
    readonly needed: number;
    readonly approve: string;
    readonly decline: string;
  }[];
}

export interface SiteTransition {
  readonly name: string;
  /** `any` makes it a global transition. */
  readonly from: readonly string[] | 'any';
  readonly to: string;
  /** Names of the fields on the transition's screen; no screen when absent. */
  readonly screen?: readonly string[];
  /** What the resolution becomes: a name, or null to clear it. Unchanged when absent. */
  readonly resolution?: string | null;
  /** Customers may take it from the portal, under this name. */
  readonly customerName?: string;
  /** Keys of validators of the app (manifest module `jira:workflowValidator`); none when absent. */
  readonly validators?: readonly string[];
}

export interface SiteIssue {
  readonly project: string;
  /** A request type's name, or `issueType` where there is none. */
  readonly requestType?: string;
  readonly issueType?: string;
  readonly summary: string;
  readonly description?: string;
  readonly reporter: string;
  readonly assignee?: string;
  readonly status?: string;
  readonly priority?: string;
  readonly organizations?: readonly string[];
  readonly participants?: readonly string[];
  readonly labels?: readonly string[];
  /** How long before the site starts it was raised, in minutes. */
  readonly minutesAgo?: number;
  /** Values of custom fields by name, as REST takes them. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly comments?: readonly {
    readonly author: string;
    readonly text: string;
    readonly internal?: boolean;
    readonly minutesAgo?: number;
  }[];
}
