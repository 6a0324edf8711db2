/** What somebody types of this SOP in the form of an account. */
export interface HybridAccountForm {
  readonly products: readonly string[];
}

export interface HybridAccountView extends HybridAccountForm {
  /** By the products it has bought, as the settings in force read them (HY-01): how many updates its departments have not acknowledged; null where it is not. */
  readonly hybrid: { readonly notAcknowledged: number } | null;
}

/** An opportunity of a file that is Closed Won, and what became of it. */
export interface WonDeal {
  readonly line: number;
  readonly cid: string;
  readonly name: string;
  readonly opportunity: string;
  readonly type: 'net-new' | 'became-hybrid';
  /** The onboarding, once it is open. */
  readonly key: string | null;
  /** Why none is opened. */
  readonly why: string | null;
}

export interface WonPreview {
  readonly opens: readonly WonDeal[];
  /** Opportunities whose onboarding is open already. */
  readonly already: number;
  /** The first of those that open none; `refusals` counts all. */
  readonly refused: readonly WonDeal[];
  readonly refusals: number;
}
