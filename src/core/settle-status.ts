// The one place where it is decided which status a ticket gets. Procedures wish in their order, the later over the earlier
// unless the earlier owns the status (X5); then each procedure is asked whether anything is against it.
import type { Because } from './because';
import { behindBulkhead, closedWhileStopped } from './bulkhead';
import type { Case } from './case';
import type { StatusId } from './ids';
import type { Named } from './named';
import type { ProcedureId } from './part';

/** Does a procedure that comes before this one own the ticket's status? Then its own wish waits (X5). */
export function statusIsTaken(c: Case, by: ProcedureId): boolean {
  const { procedures } = c;
  const place = procedures.findIndex(({ id }) => id === by);
  return procedures.slice(0, place).some((one) => one.ownsStatus?.(c.ledger) === true);
}

/**
 * Asks every procedure about the status that is wished for. A vetoed one is kept and wished for again on every later
 * look, until nothing is against it or somebody wishes for another.
 */
export function settleStatus(c: Case): void {
  const { vetoed, ...rest } = c.ledger;
  const wish = c.status ?? vetoed ?? null;
  if (wish === null) return;
  const isNew = vetoed?.to.id !== wish.to.id;
  const veto = wish.to.id === c.ticket.status.id ? null : vetoOf(c, wish.to);
  if (veto !== null) {
    c.status = null;
    if (!isNew) return;
    c.change({ vetoed: wish });
    c.as(veto.by, () => c.done(c.now, null, `Not moved to ${wish.to.name} yet`, veto.why));
    return;
  }
  if (vetoed === undefined) return;
  c.ledger = rest;
  c.touched = true;
  c.status = wish;
}

function vetoOf(
  c: Case,
  to: Named<StatusId>,
): { readonly by: ProcedureId; readonly why: Because } | null {
  const { procedures, stopped = [], queue } = c;
  const closes = queue.doneStatuses.some(({ id }) => id === to.id);
  const shut = stopped.find((procedure) => closes && procedure.vetoStatus !== undefined);
  if (shut !== undefined) return { by: shut.id, why: closedWhileStopped(shut) };
  for (const procedure of procedures) {
    const why = behindBulkhead(procedure, () => procedure.vetoStatus?.(c, to));
    if (why != null) return { by: procedure.id, why };
  }
  return null;
}
