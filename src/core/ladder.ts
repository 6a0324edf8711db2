// A ladder of people: who is told when nobody acts, one step after the other, in business days.
import type { Instant } from './instant';

/** One step: who is told, and how many business days after the step before. */
export interface LadderStep<To extends string> {
  readonly to: To;
  readonly afterDays: number;
}

/** Where on a ladder something stands. */
export interface Climb {
  /** Place of the step that was taken last. */
  readonly step: number;
  readonly since: Instant;
  /** When the next step is due; null at the top. */
  readonly nextAt: Instant | null;
}
