import type { KeyPeriod } from '../account';
import type { Rhythm } from '../cycles';

export type { KeyPeriod, Rhythm };

/** What somebody types of this SOP in the form of an account, and what the list shows. */
export interface KeyAccountForm {
  /** The periods in which it is a key account, each with days such as `2026-03-01`; empty where it never was one. */
  readonly periods: readonly KeyPeriod[];
  /** When it runs production; null where that is not known. */
  readonly productionCycle: Rhythm | null;
}
