// What people do in Jira itself, to tickets of the tests.
import type { Person } from '../../src/core/people';
import type { Change, Comment, Ticket } from '../../src/core/ticket';

/** Who does it, when, and as which number of the ticket's history. */
export interface Doing<Who extends Person | null> {
  readonly id: number;
  readonly at: string;
  readonly by: Who;
}

/** The ticket with one more comment, an internal one unless it is said otherwise. */
export const commented = (
  ticket: Ticket,
  { id, at, by }: Doing<Person>,
  change: Partial<Comment> = {},
): Ticket => ({
  ...ticket,
  comments: [
    ...ticket.comments,
    {
      id,
      author: by,
      at,
      public: false,
      mentions: [],
      text: 'words',
      ...change,
    },
  ],
});

/** The ticket in another status. */
export const movedTo = (
  ticket: Ticket,
  { id, at, by }: Doing<Person | null>,
  to: string,
  change: Partial<Change> = {},
): Ticket => ({
  ...ticket,
  status: { id: to, name: to, done: to === 'done' },
  changes: [
    ...ticket.changes,
    {
      id,
      at,
      by,
      field: 'status',
      from: ticket.status.id,
      fromName: ticket.status.name,
      to,
      ours: false,
      ...change,
    },
  ],
});
