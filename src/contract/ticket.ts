// What pages show of a ticket, whatever its procedure.
import type { Reply } from './problem';
import type { Instant, PersonView, WhyView } from './why';

/** How new a page is. */
export interface Edition {
  /** Of what people act on: an act of a page with an older one is refused. */
  readonly revision: number;
  /** Another one says that something which the page shows has changed. */
  readonly mark: string;
}

/**
 * What every page in a ticket asks when it looks whether it is still true; nothing of it is asked of Jira. Refused as
 * `changed-meanwhile` where it has to be read again: who has not read the page knows no mark, and learns nothing.
 */
export type TicketLook = {
  look: (input: Pick<Edition, 'mark'>) => Reply<Pick<Edition, 'revision'>>;
};

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

/** What a ticket waits for, in one line: the first thing of the viewer's own, else the first thing of somebody's. */
export type Headline =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'waiting' | 'your-turn';
      /** Who has it; the first of several. */
      readonly person: PersonView | null;
      readonly title: string;
      readonly dueAt: Instant;
    };

/** Something that is owed on the ticket, of whichever procedure. */
export interface TicketWait {
  readonly procedure: string;
  readonly wait: string;
  readonly title: string;
  readonly holders: readonly PersonView[];
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  /** The viewer has it. */
  readonly yours: boolean;
  readonly why: WhyView;
}

/** What a procedure that is at work on the ticket says of it, in a line. */
export interface ProcedureLine {
  readonly procedure: string;
  readonly line: string;
}
