import type { AccountId, IssueId, OrganizationId, PriorityId, ProjectId, StatusId } from './ids';
import type { Instant } from './instant';
import type { Person } from './people';
import type { Named } from './policy';

/** A ticket as Jira has it at this moment: everything the rules look at, read in one request. */
export interface Ticket {
  readonly issueId: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  readonly summary: string;
  readonly createdAt: Instant;
  /** False when {@link Ticket.changes} lacks the oldest, because Jira cut a long history short. */
  readonly complete: boolean;
  readonly status: Named<StatusId> & { readonly done: boolean };
  /** What it was closed as, by name, such as "Won't Do"; absent where nothing was said. */
  readonly resolution?: string;
  readonly priority: Named<PriorityId> | null;
  readonly assignee: Person | null;
  readonly reporter: Person | null;
  readonly requestType: string | null;
  readonly organizations: readonly Named<OrganizationId>[];
  /** The fields "Account Manager" and "Regional Manager" (AM-04, AM-05). */
  readonly accountManager: Person | null;
  readonly regionalManager: Person | null;
  /** Oldest first. */
  readonly comments: readonly Comment[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Effects of the app that stand in the ticket's history: done, whatever the app remembers of it. */
  readonly effects: readonly string[];
  /** The status each transition leads to that the reader may take now. */
  readonly reachable: readonly { readonly status: StatusId; readonly transition: string }[];
}

/** A comment, reduced to what rules look at. */
export interface Comment {
  /** Jira numbers comments upwards. */
  readonly id: number;
  readonly author: Person;
  readonly at: Instant;
  /** When it was edited last; absent where it never was. */
  readonly updated?: Instant;
  /** Who edited it last, where that was not its author: those are not the author's words. */
  readonly editedBy?: AccountId;
  /** Customers see it. */
  readonly public: boolean;
  readonly mentions: readonly AccountId[];
  readonly text: string;
  /** The same without quotes, code, links and names of who is tagged; absent where nobody took them apart. */
  readonly said?: string;
}

/** A change of what the SOPs look at, from the ticket's own history. */
export interface Change {
  /** Jira numbers history entries upwards. */
  readonly id: number;
  readonly at: Instant;
  readonly by: Person | null;
  readonly field: 'status' | 'priority' | 'account-manager' | 'regional-manager';
  readonly from: string | null;
  readonly fromName: string | null;
  readonly to: string | null;
  /** True when the app's own effect made it (it marks its changes in the history's metadata). */
  readonly ours: boolean;
}
