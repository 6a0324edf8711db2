// X14: finished work ends its ticket, once; people who open it again are not fought.
import { type Because, because } from './because';
import { behindBulkhead } from './bulkhead';
import type { Case } from './case';
import type { StatusId } from './ids';
import type { Named } from './named';
import type { ProcedureId } from './part';
import type { Policy, QueuePolicy } from './policy';
import type { Procedure } from './procedure';

/** What becomes of a ticket when a procedure's work in it is done; `status` null is the first final one it can reach. */
export interface Ending {
  readonly how: 'end' | 'leave';
  readonly status: Named<StatusId> | string | null;
}

const usual: Ending = { how: 'end', status: null };

/** Settings of before say nothing of it: then it is as usual. */
function endingOf(policy: Policy, queue: QueuePolicy, id: ProcedureId): Ending {
  const own = queue.procedures[id] ?? policy.procedures[id];
  return { ...usual, ...(own as { readonly ending?: Partial<Ending> } | undefined)?.ending };
}

/** What is done here, by which procedure. */
interface Finished {
  readonly by: Procedure;
  readonly why: Because;
}

/**
 * Wishes for the final status when all the work on a ticket is done and nobody is owed anything in it. Remembered until
 * there is work again, so that it is wished for once.
 */
export function endTicket(c: Case): void {
  const { stopped, procedures } = c;
  // What a procedure that has stopped would say is not known.
  if (stopped.some(({ finished }) => finished !== undefined)) return;
  const said = procedures.map((by) => ({
    by,
    why: behindBulkhead(by, () => by.finished?.(c)) ?? null,
  }));
  const isOpen = said.some(({ why }) => why === 'not-yet');
  const done = said.filter((one): one is Finished => one.why !== null && one.why !== 'not-yet');
  if (isOpen || done.length === 0) {
    if (isOpen && c.ledger.ended !== undefined) c.change({ ended: undefined });
    return;
  }
  if (c.ledger.ended !== undefined || isOwed(c)) return;
  const { policy, queue, now } = c;
  const ending = done.find(({ by }) => endingOf(policy, queue, by.id).how === 'end');
  const isClosing = queue.doneStatuses.some(({ id }) => id === c.status?.to.id);
  if (ending === undefined || c.ticket.status.done || isClosing)
    return c.change({ ended: { at: now } });
  // Another procedure shows something in the status first: the next look ends it. Back to support it does not go in between,
  // where nothing is left to do.
  if (c.status !== null && c.status.to.id !== queue.statuses['waiting-for-support'].id) return;
  const to = finalStatus(c, endingOf(policy, queue, ending.by.id).status);
  c.change({ ended: { at: now } });
  if (to === null) return;
  c.status = { to, actor: null, clause: 'X14' };
  const { by, why } = ending;
  c.as(by.id, () =>
    c.done(
      now,
      null,
      `The work here is done: the ticket goes to ${to.name}`,
      because('X14', why.text, { clause: why.clause, ...why.values }),
    ),
  );
}

/** Does anybody owe anything here, or is anybody asked? */
const isOwed = (c: Case): boolean =>
  (c.ledger.clocks ?? []).length > 0 ||
  c.procedures.some((one) => one.ownsStatus?.(c.ledger) === true);

/** The one of the settings, else the first that the workflow leads to from here, else the first there is. */
function finalStatus(c: Case, chosen: Ending['status']): Named<StatusId> | null {
  const { doneStatuses } = c.queue;
  if (typeof chosen === 'object' && chosen !== null) return chosen;
  const named = doneStatuses.find(({ name }) => name.toLowerCase() === chosen?.toLowerCase());
  const reachable = doneStatuses.find(({ id }) =>
    c.ticket.reachable.some(({ status }) => status === id),
  );
  return named ?? reachable ?? doneStatuses[0] ?? null;
}
