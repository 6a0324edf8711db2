// Where procedures meet on one ticket. They know nothing of each other: each asks the engine, which asks the others.
// The four points are: what a customer may see (here), a veto on a status and who owns it (`settle-status.ts`), the
// highest priority (`Case.raise`), and the search property (`plan.ts`).
import type { Because } from './because';
import { behindBulkhead, closedWhileStopped } from './bulkhead';
import type { Case } from './case';

/** Why a customer may not see a piece of work yet, by the first procedure that is against it; null when they may. */
export function mayShowCustomer(c: Case, work: string): Because | null {
  const { procedures, stopped = [] } = c;
  const shut = stopped.find((procedure) => procedure.mayShowCustomer !== undefined);
  if (shut !== undefined) return closedWhileStopped(shut);
  for (const procedure of procedures) {
    const why = behindBulkhead(procedure, () => procedure.mayShowCustomer?.(c, work)) ?? null;
    if (why !== null) return why;
  }
  return null;
}
