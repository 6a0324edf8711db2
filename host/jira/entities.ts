import { type AdfDocument } from './adf/document';
import { type Role } from './site';

/** What a field holds and how it is written and read; `computed` ones are never written. */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'user'
  | 'users'
  | 'labels'
  | 'date'
  | 'datetime'
  | 'number'
  | 'select'
  | 'multi-select'
  | 'priority'
  | 'status'
  | 'issue-type'
  | 'project'
  | 'resolution'
  | 'organizations'
  | 'request-type'
  | 'computed';

/** A person, or an app's own account. */
export interface User {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role | 'app';
  readonly title: string | null;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly avatarId: string;
  readonly timeZone: string;
  readonly active: boolean;
  readonly groups: ReadonlySet<string>;
  /** Ids of the only projects the person may work in; null for all. */
  readonly projects: ReadonlySet<string> | null;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly statusColor: string;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface StatusCategory {
  readonly id: number;
  readonly key: 'new' | 'indeterminate' | 'done';
  readonly name: string;
  readonly colorName: string;
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  /** Ids of the statuses it leaves from; `any` for a global transition. */
  readonly from: ReadonlySet<string> | 'any';
  /** Id of the status it leads to. */
  readonly to: string;
  /** Ids of the fields on its screen; null when it has no screen. */
  readonly screen: readonly string[] | null;
  /** Id of the resolution it sets, null to clear it; absent when it leaves it alone. */
  readonly resolution?: string | null;
  readonly customerName: string | null;
  /** Keys of the validators of apps that an administrator has put on it. */
  readonly validators: Set<string>;
}

/** A status in which people have to approve (JSM: approval step of a workflow). */
interface ApprovalStep {
  readonly status: string;
  readonly name: string;
  /** Id of the field that holds the approvers. */
  readonly field: string;
  /** How many of them have to approve; one who declines is enough. */
  readonly needed: number;
  /** Ids of the transitions taken then. */
  readonly approve: string;
  readonly decline: string;
}

export type Decision = 'approved' | 'declined' | 'pending';

/** One approval of a request. */
export interface Approval {
  readonly id: string;
  readonly step: ApprovalStep;
  readonly created: number;
  readonly decisions: Map<string, Decision>;
  completed: number | null;
  finalDecision: Decision;
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly initial: string;
  /** Status ids in the order in which the transitions name them. */
  readonly statuses: readonly string[];
  readonly transitions: readonly Transition[];
  readonly approvals: readonly ApprovalStep[];
}

interface FieldOption {
  readonly id: string;
  readonly value: string;
}

/** A field of issues, system or custom. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly custom: boolean;
  readonly kind: FieldKind;
  /** The type of a custom field, such as `…customfieldtypes:userpicker`. */
  readonly customType: string | null;
  readonly clauseNames: readonly string[];
  readonly navigable: boolean;
  readonly searchable: boolean;
  /** Ids of the projects in whose context the field is; null for all. */
  readonly projects: ReadonlySet<string> | null;
  readonly options: readonly FieldOption[];
}

export interface RequestType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly issueTypeId: string;
  readonly projectId: string;
  readonly serviceDeskId: string;
  readonly fields: readonly { readonly fieldId: string; readonly required: boolean }[];
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly jql: string;
}

export interface Sla {
  readonly id: string;
  readonly name: string;
  readonly goalMs: number;
  readonly stops: 'first-response' | 'resolution';
}

export interface Organization {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly created: number;
  readonly members: Set<string>;
  readonly properties: Map<string, unknown>;
}

export interface Project {
  readonly id: string;
  readonly uuid: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly lead: string;
  readonly typeKey: 'service_desk' | 'software' | 'business';
  readonly serviceDeskId: string | null;
  readonly issueTypes: readonly string[];
  readonly workflow: Workflow;
  readonly requestTypes: readonly RequestType[];
  readonly queues: readonly Queue[];
  readonly slas: readonly Sla[];
  /** Ids of the organizations whose members raise requests here. */
  readonly organizations: Set<string>;
  /** Account ids of customers of their own. */
  readonly customers: Set<string>;
  readonly customerReply: { readonly to: string; readonly alsoWhenDone: boolean } | null;
  readonly teamReply: { readonly to: string; readonly afterMs: number } | null;
  readonly properties: Map<string, unknown>;
  /** The number of the newest issue. */
  lastNumber: number;
}

/** What a field holds; `null` when it is empty. */
export type Stored = null | string | number | readonly string[] | AdfDocument;

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly updateAuthor: string;
  readonly created: number;
  readonly updated: number;
  readonly body: AdfDocument;
  /** Customers see it. */
  readonly isPublic: boolean;
  readonly properties: ReadonlyMap<string, unknown>;
}

/** One changed field of a history. `toString` is Jira's own name for it. */
export interface HistoryItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface History {
  readonly id: string;
  readonly author: string;
  readonly created: number;
  readonly items: readonly HistoryItem[];
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** What the search index sees of an issue. Never changed in place, so that the index can lag behind. */
export interface IssueState {
  readonly values: Readonly<Record<string, Stored>>;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly comments: readonly Comment[];
  readonly watchers: ReadonlySet<string>;
}

/** A file on an issue. */
export interface Attachment {
  readonly id: string;
  readonly issueId: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly author: string;
  readonly created: number;
  readonly content: Uint8Array;
  /** Customers see it: it came through the portal, or with a public comment. */
  readonly isPublic: boolean;
}

export interface Issue {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly project: Project;
  state: IssueState;
  /** Oldest first. */
  readonly histories: History[];
  /** Oldest first. */
  readonly approvals: Approval[];
  /** Ids of its links. */
  readonly links: Set<string>;
  /** Ids of its files, the oldest first. */
  readonly attachments: Set<string>;
  readonly writes: number[];
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface IssueLink {
  readonly id: string;
  readonly type: LinkType;
  /** Ids of the two issues. */
  readonly inward: string;
  readonly outward: string;
}

/** A property path an app has registered for JQL (manifest module `jira:entityProperty`). */
export interface IndexedProperty {
  readonly entityType: string;
  readonly propertyKey: string;
  readonly path: string;
  readonly type: string;
  readonly alias: string | null;
}
