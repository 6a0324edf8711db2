// The one place where it is decided which status a ticket gets. Procedures wish in their order, the later over the earlier
// unless the earlier owns the status (X5); then each procedure is asked whether anything is against it.
import type { Because } from './because';
import { behindBulkhead, closedWhileStopped } from './bulkhead';
import type { Draft } from './draft';
import type { StatusId } from './ids';
import type { Named } from './named';
import type { ProcedureId } from './part';
import type { Situation } from './situation';

/** Does a procedure that comes before this one own the ticket's status? Then its own wish waits (X5). */
export function statusIsTaken(draft: Draft, { procedures }: Situation, by: ProcedureId): boolean {
  const place = procedures.findIndex(({ id }) => id === by);
  return procedures.slice(0, place).some((one) => one.ownsStatus?.(draft.ledger) === true);
}

/**
 * Asks every procedure about the status that is wished for. A vetoed one is kept and wished for again on every later
 * look, until nothing is against it or somebody wishes for another.
 */
export function settleStatus(draft: Draft, situation: Situation): void {
  const { vetoed, ...rest } = draft.ledger;
  const wish = draft.status ?? vetoed ?? null;
  if (wish === null) return;
  const isNew = vetoed?.to.id !== wish.to.id;
  const veto = wish.to.id === situation.ticket.status.id ? null : vetoOf(draft, situation, wish.to);
  if (veto !== null) {
    draft.status = null;
    if (!isNew) return;
    draft.change({ vetoed: wish });
    draft.procedure = veto.by;
    draft.done(situation.now, null, `Not moved to ${wish.to.name} yet`, veto.why);
    draft.procedure = null;
    return;
  }
  if (vetoed === undefined) return;
  draft.ledger = rest;
  draft.touched = true;
  draft.status = wish;
}

function vetoOf(
  draft: Draft,
  situation: Situation,
  to: Named<StatusId>,
): { readonly by: ProcedureId; readonly why: Because } | null {
  const { procedures, stopped = [], queue } = situation;
  const closes = queue.doneStatuses.some(({ id }) => id === to.id);
  const shut = stopped.find((procedure) => closes && procedure.vetoStatus !== undefined);
  if (shut !== undefined) return { by: shut.id, why: closedWhileStopped(shut) };
  for (const procedure of procedures) {
    const why = behindBulkhead(procedure, () => procedure.vetoStatus?.(draft, situation, to));
    if (why != null) return { by: procedure.id, why };
  }
  return null;
}
