// Jira's answers, as far as they are read. Everything is optional that Jira may leave out.

export interface WireUser {
  readonly accountId?: string;
  readonly accountType?: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly avatarUrls?: Readonly<Record<string, string>>;
}

export interface WireComment {
  readonly id: string;
  readonly author?: WireUser;
  readonly body?: unknown;
  readonly created: string;
  readonly updated?: string;
  readonly updateAuthor?: WireUser;
  /** True unless the comment is internal; absent outside service projects. */
  readonly jsdPublic?: boolean;
  readonly properties?: readonly {
    readonly key?: string;
    readonly value?: { readonly id?: string };
  }[];
}

export interface WireHistory {
  readonly id: string;
  readonly author?: WireUser;
  readonly created: string;
  readonly items?: readonly {
    readonly fieldId?: string;
    readonly field?: string;
    readonly from?: string | null;
    readonly fromString?: string | null;
    readonly to?: string | null;
  }[];
  readonly historyMetadata?: {
    readonly type?: string;
    readonly extraData?: { readonly effect?: string };
  };
}

export interface WireIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly transitions?: readonly WireTransition[];
  readonly changelog?: { readonly total?: number; readonly histories?: readonly WireHistory[] };
}

export interface WireTransition {
  readonly id: string;
  readonly isAvailable?: boolean;
  readonly to?: { readonly id?: string };
}

export interface WireComments {
  readonly comments?: readonly WireComment[];
  readonly total?: number;
}
