// How far the app has looked at queues by itself.
import type { ProjectId } from '../core/ids';
import type { Instant } from '../core/instant';

/** How the hourly look at a queue has gone. */
export interface QueueLook {
  /** How far the last one that succeeded has looked; null before the first. */
  readonly until: Instant | null;
  /** Since when it does not succeed, and what Jira says. */
  readonly failing: { readonly since: Instant; readonly why: string } | null;
  /** When its project was deleted; absent while it is there, as far as is known. */
  readonly gone?: Instant;
}

/** The look at everything that is open in a queue. */
export interface FirstPass {
  readonly since: Instant;
  /** When it last went on. */
  readonly movedAt: Instant;
  /** Where Jira's search stands; null at the beginning. */
  readonly after: string | null;
  /** How many tickets it has queued, and how many there are, about. */
  readonly tickets: number;
  readonly of: number | null;
  readonly done: Instant | null;
}

/** How far the app has looked at each queue by itself; queues of which nothing is known are absent. */
export interface QueueLooks {
  of(projectIds: readonly ProjectId[]): Promise<Readonly<Record<ProjectId, QueueLook>>>;
  keep(projectId: ProjectId, look: QueueLook): Promise<void>;
  passes(projectIds: readonly ProjectId[]): Promise<Readonly<Record<ProjectId, FirstPass>>>;
  keepPass(projectId: ProjectId, pass: FirstPass): Promise<void>;
}
