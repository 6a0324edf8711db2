import type { WhyView } from './why';

/**
 * What can go wrong, and whose fault it is. Closed: every answer that is not a value carries one of these.
 *
 * - `input`: what was sent is wrong; the message names the field and the remedy.
 * - `refused`: a rule of the SOP declines; `why` says which.
 * - `permission`: the viewer may not see or do this in Jira.
 * - `missing`: the thing asked for does not exist (any more).
 * - `changed-meanwhile`: somebody else was faster; `fresh` is the state as it is now.
 * - `jira-busy`: Jira asks to wait `retryAfterSeconds`; nothing is lost.
 * - `jira-down`: Jira failed; try again.
 * - `too-large`: storage takes no more of it; the message says of what.
 * - `misconfigured`: an admin has to mend something; the message names it.
 * - `defect`: our fault.
 */
export type ProblemCode =
  | 'input'
  | 'refused'
  | 'permission'
  | 'missing'
  | 'changed-meanwhile'
  | 'jira-busy'
  | 'jira-down'
  | 'too-large'
  | 'misconfigured'
  | 'defect';

/** One sentence for the person, and what the page needs to go on. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** What the person can do about it. */
  readonly remedy?: string;
  /** The field of the input that is wrong, as a path such as `note` or `queues[0].statuses`. */
  readonly field?: string;
  readonly why?: WhyView;
  readonly retryAfterSeconds?: number;
}

/** Every resolver answers with one of these; thrown errors lose their class on the way to the page. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem; readonly fresh?: T };
