import type { Reply } from './problem';
import type { Instant, WhyView } from './why';

/** "Activity": tickets that are not as their SOP expects them to be (AM-32). */
export type ActivityApi = {
  'activity.get': (input: Record<string, never>) => Reply<ActivityView>;
  /** Looks at every listed ticket of a queue again, in the background. */
  'activity.look-again': (input: { projectId: string }) => Reply<{ readonly tickets: number }>;
};

export interface ActivityView {
  readonly now: Instant;
  /** When Account Relay last searched for what events may have missed; null before the first time. */
  readonly searchedAt: Instant | null;
  /** Those of the settings in force, in their order. */
  readonly queues: readonly ActivityQueue[];
}

export interface ActivityQueue {
  readonly projectId: string;
  readonly key: string;
  readonly name: string;
  /** What has stood wrong the longest first; the urgent in front. */
  readonly tickets: readonly ActivityTicket[];
  /** More tickets are listed than are shown. */
  readonly more: boolean;
}

export interface ActivityTicket {
  readonly issueId: string;
  readonly key: string;
  /** Null where the viewer may not see the ticket. */
  readonly summary: string | null;
  readonly items: readonly ActivityItem[];
}

export interface ActivityItem {
  readonly code: string;
  readonly severity: 'urgent' | 'warning';
  /** Automatic: Account Relay has tried to mend it, and Jira did not let it. */
  readonly repair: 'automatic' | 'person';
  readonly text: string;
  readonly remedy: string;
  readonly since: Instant;
  readonly why: WhyView;
}
