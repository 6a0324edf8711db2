// The one place where it is decided which status a ticket gets. Procedures wish in their order, the later over the earlier
// unless the earlier owns the status (X5); then each procedure is asked whether anything is against it.
import type { Draft } from './draft';
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
  const stands = wish.to.id === situation.ticket.status.id;
  for (const procedure of stands ? [] : situation.procedures) {
    const why = procedure.vetoStatus?.(draft, situation, wish.to) ?? null;
    if (why === null) continue;
    draft.status = null;
    if (isNew) {
      draft.change({ vetoed: wish });
      draft.procedure = procedure.id;
      draft.done(situation.now, null, `Not moved to ${wish.to.name} yet`, why);
      draft.procedure = null;
    }
    return;
  }
  if (vetoed === undefined) return;
  draft.ledger = rest;
  draft.touched = true;
  draft.status = wish;
}
