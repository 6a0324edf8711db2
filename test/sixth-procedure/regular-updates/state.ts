// What regular updates know of a ticket: since when the customer heard nothing, and who was told.
import type { Case } from '../../../src/core/case';
import type { Instant } from '../../../src/core/instant';
import { partOf, type ProcedureId } from '../../../src/core/part';

export const id: ProcedureId = 'regular-updates';

export interface Updates {
  /** The last public word of ours, or when the ticket began to matter. */
  readonly since: Instant;
  /** When somebody is told next; null when nobody is. */
  readonly nextAt: Instant | null;
  /** Until when an agent put it off; null when nobody did. */
  readonly putOffUntil: Instant | null;
  /** Nobody, the assignee, then the lead. */
  readonly told: 0 | 1 | 2;
  /** Why nobody owes anything any more; null while somebody does. */
  readonly ended: 'closed' | 'priority' | 'not-needed' | null;
}

const part = partOf<Updates>(id, 1);
type Known = Parameters<typeof part.of>[0];

export const updatesOf = (ledger: Known): Updates | undefined => part.of(ledger);

/** What is owed now; undefined where nothing is. */
export const owedOf = (ledger: Known): Updates | undefined => {
  const updates = part.of(ledger);
  return updates?.ended === null ? updates : undefined;
};

export const saveUpdates = (c: Case, updates: Updates): void => part.set(c, updates);
