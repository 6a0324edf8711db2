// The first storage request of a call leaves before anything else is loaded: rules, views and adapters are loaded while it is
// under way. So what a handler's own file imports is as little as that request needs.
import type { IssueId } from '../core/ids';
import { type Looked, lookAt } from '../kvs/in-force';

/** What a call has asked storage for before it was loaded. */
export interface FirstLook {
  /** The ticket whose ledger comes with the settings; null where settings alone were asked for. */
  readonly issueId: IssueId | null;
  /** Rejected where storage failed: whoever needs it is told, and nobody else. */
  readonly seen: Promise<Looked>;
}

/**
 * Asks storage for the settings in force, and in the same request for what is known of the ticket.
 * @returns as soon as the request has left
 */
export async function lookFirst(issueId: IssueId | null): Promise<FirstLook> {
  const seen = lookAt(issueId);
  seen.catch(() => undefined);
  await hasLeft();
  return { issueId, seen };
}

/** To load something keeps the process busy, and a request needs the event loop once to be sent. */
export const hasLeft = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
