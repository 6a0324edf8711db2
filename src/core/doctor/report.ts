import type { Instant } from '../instant';
import type { AccountsFound } from './check-accounts';
import type { Finding } from './finding';

/** What the doctor found, section by section: each can be examined again by itself. */
export interface DoctorReport {
  readonly sections: Readonly<Record<string, Examined>>;
  /** What is known of the accounts as far as they were read; the people's duties come from here. */
  readonly accounts: AccountsFound;
}

export interface Examined {
  readonly at: Instant;
  /** The settings it was examined with. */
  readonly version: number;
  readonly findings: readonly Finding[];
  /** Where a long section goes on; null when it is complete. */
  readonly next: string | null;
}
