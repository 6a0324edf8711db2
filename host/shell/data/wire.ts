// What of Jira's answers these pages read.

export interface JiraUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly avatarUrls?: Readonly<Record<string, string>>;
  readonly accountType?: string;
  readonly active?: boolean;
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly statusCategory: { readonly key: string };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Priority extends Named {
  readonly iconUrl: string;
}

export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>>;
  }[];
  readonly content?: readonly AdfNode[];
}

export interface Comment {
  readonly id: string;
  readonly author?: JiraUser;
  readonly body: AdfNode;
  readonly created: string;
  readonly updated: string;
  /** False for an internal note. */
  readonly jsdPublic?: boolean;
}

export interface History {
  readonly id: string;
  readonly author?: JiraUser;
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fieldId?: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
}

export interface FieldMeta {
  readonly name: string;
  readonly required: boolean;
  readonly allowedValues?: readonly Named[];
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
  readonly fields?: Readonly<Record<string, FieldMeta>>;
}

export interface IssueLink {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
}

export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: { readonly summary: string; readonly status: Status };
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly status: Status;
    readonly priority?: Priority | null;
    readonly assignee?: JiraUser | null;
    readonly reporter?: JiraUser | null;
    readonly created?: string;
    readonly updated?: string;
    readonly duedate?: string | null;
    readonly issuetype?: Named & { readonly iconUrl: string };
    readonly project?: Named & { readonly key: string };
  };
}

/** A ticket read with everything its page shows. */
export interface Ticket extends Issue {
  readonly names: Readonly<Record<string, string>>;
  readonly editmeta?: { readonly fields: Readonly<Record<string, FieldMeta>> };
  readonly transitions?: readonly Transition[];
  readonly changelog?: { readonly histories: readonly History[] };
}

/** JSM pages its lists like this. */
export interface JsmPage<T> {
  readonly values: readonly T[];
  readonly size: number;
  readonly isLastPage: boolean;
}

/** The one person of a field that holds one. */
export const asUser = (value: unknown): JiraUser | null =>
  typeof value === 'object' && value !== null && 'accountId' in value ? (value as JiraUser) : null;
