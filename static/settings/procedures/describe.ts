// How an SOP's settings are described: what each value is called, what it does, its unit and its bounds. One form shows them all.

interface Common {
  /** Where the value stands in the SOP's settings, such as `release.cycles.needed`. */
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  /** The clause of the SOP that the value is about. */
  readonly clause?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What somebody can choose among, where Jira or the settings tell it. */
export type Source = 'statuses' | 'priorities' | 'request-types' | 'projects' | 'queues';

export type Described = Common &
  (
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly min: number;
        readonly max: number;
        /** What the SOP begins with. */ readonly usual?: number;
      }
    /** Working time, written as `1 h 30 min`. */
    | {
        readonly kind: 'minutes';
        readonly min: number;
        readonly max: number;
        readonly usual?: number;
      }
    | { readonly kind: 'yes-no'; readonly usual?: boolean }
    /** `empty` is said where no text means "none"; the value is null then. */
    | {
        readonly kind: 'text';
        readonly longest: number;
        readonly empty?: string;
        readonly usual?: string;
        /** A sentence, which takes a line of its own. */ readonly wide?: true;
      }
    | { readonly kind: 'long-text'; readonly longest: number }
    | { readonly kind: 'lines' }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly usual?: string }
    | { readonly kind: 'several'; readonly options: readonly Option[] }
    /** Somebody's role; the roles come with the settings. */
    | { readonly kind: 'role' }
    /** `empty` is offered where none is a choice; the value is then `none`. */
    | {
        readonly kind: 'pick';
        readonly from: Source;
        readonly empty?: string;
        readonly none?: null | undefined;
      }
    | { readonly kind: 'pick-some'; readonly from: Source; readonly nothing: string }
    | {
        readonly kind: 'list';
        readonly one: string;
        readonly items: readonly Described[];
        readonly blank: Readonly<Record<string, unknown>>;
        readonly most: number;
        /** The member that has to be different in every item; made up for a new one. */ readonly key?: string;
      }
    /** A name each, and what it means. */
    | { readonly kind: 'meanings'; readonly one: string; readonly meanings: readonly Option[] }
    /** Several values that are there together, or not at all. */
    | {
        readonly kind: 'together';
        readonly fields: readonly Described[];
        readonly blank: Readonly<Record<string, unknown>>;
      }
  );

export interface Group {
  readonly title: string;
  /** What is set inside, while it is closed. */
  readonly about: string;
  readonly fields: readonly Described[];
}

/** Everything an SOP lets an organization decide. */
export interface Procedure {
  readonly id: 'changeRequests' | 'keyAccounts' | 'access' | 'hybrid';
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly Group[];
}
