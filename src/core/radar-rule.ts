import type { Because } from './because';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { Situation } from './situation';

/**
 * A row of the radar: a way in which a ticket may stand otherwise than its SOP expects (AM-32). Each SOP brings its own
 * rows; a rule looks and never acts.
 */
export interface RadarRule {
  /** Such as `waits-for-nobody`; each only once. */
  readonly code: string;
  /** Urgent: a response may be lost, or something internal was seen. */
  readonly severity: 'urgent' | 'warning';
  /**
   * Automatic: the SOP mends it by itself in the very turn that finds it, so it is listed only where Jira did not let
   * it. Person: nothing safe could be done without asking somebody.
   */
  readonly repair: 'automatic' | 'person';
  readonly find: (ledger: Ledger, situation: Situation) => RadarFinding | null;
}

export interface RadarFinding {
  /** One sentence about how it is. */
  readonly text: string;
  /** What a person does about it. */
  readonly remedy: string;
  readonly because: Because;
  /** Since when, where the ticket or the ledger tells; else it is since it was first seen. */
  readonly since?: Instant;
}

/** What the radar shows of one ticket. */
export interface RadarItem
  extends Required<RadarFinding>, Pick<RadarRule, 'code' | 'severity' | 'repair'> {}
