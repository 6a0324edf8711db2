// Which procedures are at work on a ticket. Only what they are made of is loaded, and never of half of them: a rule that is not
// there would look like one that has nothing to say.
import type { ProjectId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { ProcedureId } from '../core/part';
import { type Policy, queueOf } from '../core/policy';
import type { Procedure } from '../core/procedure';
import { loaded, type ProcedureModule } from './app-procedure';
import type { Contribution } from './contribution';
import type { Ports } from './ports';

/** A ticket, as far as it tells who is at work there. */
export interface WorkedOn {
  readonly projectId: ProjectId;
  /** Null where nothing is known of the ticket yet. */
  readonly ledger: Ledger | null;
  /** Whose act somebody is about to do. */
  readonly acting?: ProcedureId;
}

type Known = Pick<Ports, 'procedures'>;

/** It runs in the ticket's queue, knows something of the ticket, has stopped there, or somebody does an act of it. */
export function isAtWork(
  { id, everywhere }: Pick<ProcedureModule, 'id' | 'everywhere'>,
  policy: Policy | null,
  { projectId, ledger, acting }: WorkedOn,
): boolean {
  const queue = policy === null ? null : queueOf(policy, projectId);
  return (
    everywhere === true ||
    id === acting ||
    queue?.procedures[id] !== undefined ||
    ledger?.parts[id] !== undefined ||
    ledger?.stopped?.[id] !== undefined ||
    ledger?.clocks?.some(({ procedure }) => procedure === id) === true
  );
}

/** The rules of those at work on a ticket, in their order. */
export const rulesFor = (
  { procedures }: Known,
  policy: Policy | null,
  ticket: WorkedOn,
): Promise<readonly Procedure[]> =>
  Promise.all(
    procedures.filter((one) => isAtWork(one, policy, ticket)).map(({ load }) => load.rules()),
  );

/** The rules of those at work on a ticket whose ledger is about to be stored. */
export const rulesOn = async (
  ports: Known & Pick<Ports, 'policy'>,
  ledger: Ledger,
): Promise<readonly Procedure[]> =>
  rulesFor(ports, await ports.policy.current(), { projectId: ledger.projectId, ledger });

/**
 * What those at work on some of these tickets add to pages that are not their own, in the order in which it is shown; beside
 * them those that have settings for the whole site, as they know accounts and people wherever these are.
 */
export async function contributionsTo(
  { procedures }: Known,
  policy: Policy,
  tickets: readonly WorkedOn[],
): Promise<readonly Contribution[]> {
  const wanted = procedures.filter(
    (one) =>
      policy.procedures[one.id] !== undefined ||
      tickets.some((ticket) => isAtWork(one, policy, ticket)),
  );
  return (await loaded(wanted, ['contribution']))
    .flatMap(({ contribution }) => contribution ?? [])
    .sort((one, other) => one.order - other.order);
}
