// What pages show of a ticket, whatever its procedure.
import type { Instant, PersonView, WhyView } from './why';

export interface HistoryEntry {
  readonly id: string;
  readonly at: Instant;
  /** `failed`: tried and not possible; `declined`: a rule said no. */
  readonly kind: 'done' | 'declined' | 'failed';
  readonly by: PersonView | null;
  readonly text: string;
  readonly why: WhyView | null;
}

export interface WarningView {
  readonly code: string;
  readonly text: string;
  readonly remedy: string | null;
  readonly why: WhyView | null;
}
