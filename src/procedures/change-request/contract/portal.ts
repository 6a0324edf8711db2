import type { ActCalls } from '../../../contract/acts';
import type { portalActs } from '../pages/acts';
import type { Day, GateKey } from './panel';
import type { Reply } from '../../../contract/problem';
import type { Instant } from '../../../contract/why';

/**
 * What the customer's panel in the portal may call. Answers are made from what is public only: no names of ours, no
 * money before it is their turn to approve it, nothing internal.
 */
export type PortalApi = PortalReads & ActCalls<'change-request', typeof portalActs, PortalView>;

export type PortalReads = {
  'request.get': (input: Record<string, never>) => Reply<PortalView>;
};

export interface PortalView {
  readonly now: Instant;
  /** `none`: the request is no change request; `moved`: it goes on in {@link PortalView.continuesAs}. */
  readonly state: 'none' | 'moved' | 'running' | 'on-hold' | 'withdrawn' | 'done';
  /** Key of the customer's own request. */
  readonly continuesAs: string | null;
  readonly stages: readonly {
    readonly title: string;
    readonly state: 'done' | 'now' | 'later';
    readonly at: Instant | null;
  }[];
  readonly ball: 'you' | 'us' | 'nobody';
  /** One sentence on where it stands. */
  readonly standing: string;
  readonly decision: PortalDecision | null;
  /** The latest word on how it goes. */
  readonly progress: { readonly text: string; readonly at: Instant } | null;
  /** Firm once it is confirmed. */
  readonly dueDate: Day | null;
  readonly expected: { readonly from: Day | null; readonly until: Day | null } | null;
  readonly documents: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly sections: readonly { readonly title: string; readonly text: string }[];
  }[];
  /** What the customer has decided. */
  readonly decisions: readonly PortalReceipt[];
}

/** The one decision that is the customer's. */
export interface PortalDecision {
  readonly gate: GateKey;
  readonly version: number;
  readonly title: string;
  readonly question: string;
  /** What they agree to, line by line; the confirmation repeats it. */
  readonly agreesTo: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** What changed since they agreed before; empty the first time. */
  readonly changes: readonly string[];
  /** Several people have to agree. */
  readonly agreed: { readonly have: number; readonly need: number } | null;
  /** The viewer has agreed already, and others are missing. */
  readonly youAgreed: boolean;
}

export interface PortalReceipt {
  readonly receipt: number;
  readonly title: string;
  readonly approved: boolean;
  readonly at: Instant;
  readonly by: 'you' | 'colleague' | 'recorded';
  /** Whether it still holds. */
  readonly holds: boolean;
  readonly sha256: string;
}
