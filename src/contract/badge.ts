/** A word or two that stand out. */
export interface Mark {
  readonly text: string;
  /** How much: something to know, to look at, or to act on. */
  readonly tone: 'new' | 'moved' | 'removed';
}

/** What a procedure marks on the account of a ticket. */
export interface AccountBadge {
  readonly marks: readonly Mark[];
  /** A line below them, such as how the account is called; `since` is a day, null for always. */
  readonly line: {
    readonly text: string;
    readonly since: string | null;
    readonly marks: readonly Mark[];
  } | null;
  /** What everybody should know for a while. */
  readonly notes: readonly { readonly text: string; readonly until: string | null }[];
}
