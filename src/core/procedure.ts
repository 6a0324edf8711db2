import type { Draft } from './draft';
import type { Instant } from './instant';
import type { Ledger } from './ledger';
import type { RadarRule } from './radar-rule';
import type { Situation } from './situation';
import type { Change, Comment } from './ticket';

/** One written procedure, as the one engine runs it: what it makes of what happens, and of time. */
export interface Sop {
  /** Somebody commented; comments of the app itself never come here. */
  readonly onComment?: (draft: Draft, situation: Situation, comment: Comment) => void;
  /** A status or a manager field changed; who changed it says whether it was the app. */
  readonly onChange?: (draft: Draft, situation: Situation, change: Change) => void;
  /** What time has brought, after everything that happened. */
  readonly onTime: (draft: Draft, situation: Situation) => void;
  /** When the ledger has to be looked at next, whether or not anything happens: null when only events matter. */
  readonly wakeAt: (ledger: Ledger) => Instant | null;
  /** How a ticket must stand; what stands otherwise is shown to people. */
  readonly radar?: readonly RadarRule[];
}
