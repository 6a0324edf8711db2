import type { Reply } from './problem';
import type { PersonView, Instant } from './why';

/** "Waiting for me" and "I am waiting for", over all procedures, in the order in which they are due. */
export interface WaitingView {
  readonly now: Instant;
  readonly rows: readonly WaitingRow[];
  /** How many there are, whether or not they are among the rows. */
  readonly total: number;
  /** What others owe to the viewer, who has asked for it. */
  readonly askedFor: readonly WaitingRow[];
  /** What has ended because its ticket is gone, the latest first. */
  readonly gone: readonly GoneTicket[];
}

/** A ticket that was let go: what was open there has ended, and nobody can be told of it there. */
export interface GoneTicket {
  readonly issueId: string;
  readonly issueKey: string;
  /** What became of it, as far as Jira tells. */
  readonly what: 'deleted' | 'moved' | 'gone' | 'project-deleted';
  /** What the viewer owed there, as to-dos. */
  readonly owed: readonly string[];
  /** What the viewer had asked of others there. */
  readonly askedFor: readonly string[];
  readonly at: Instant;
}

/** Something that is owed on one ticket. */
export interface WaitingRow {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly revision: number;
  readonly procedure: string;
  /** Which wait it is, for the acts that every wait has. */
  readonly wait: string;
  readonly clause: string;
  /** As a to-do: "Approve the cost". */
  readonly title: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  /** Who has it now; the viewer among them, or after them where the viewer was asked before. */
  readonly holders: readonly PersonView[];
  /** What ends it or brings it on, as calls: `change-request.approve`; the usual one first. */
  readonly acts: readonly string[];
}

/**
 * What Jira has said of the tickets in the list, by issue id: the page keeps it and hands it back, so that Jira is asked only
 * for what has changed. Closed to the page: what is not as it was given is not believed.
 */
export type Memory = Readonly<Record<string, Remembered>>;

export interface Remembered {
  readonly facts: unknown;
  readonly seal: string;
}

/** Reads of the list; {@link WaitingFilter.rows} 1 to 50. */
export type WaitingReads = {
  'waiting.mine': (input: WaitingFilter) => Reply<WaitingView>;
};

export interface WaitingFilter {
  readonly rows?: number | undefined;
}
