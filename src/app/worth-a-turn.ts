// An event that is none of our business costs no Jira request and at most one storage read.
import type { IssueId, ProjectId } from '../core/ids';
import { queueOf } from '../core/policy';
import type { ProcedureModule } from './app-procedure';
import type { TicketRecord } from './outbox';
import type { Ports } from './ports';

/** What an event says; a hint, nothing more. */
export interface Hint {
  readonly issueId: IssueId;
  readonly projectId: ProjectId | null;
  readonly kind: 'created' | 'updated' | 'commented' | 'deleted';
  /** Ids of the fields that changed, for `updated`. */
  readonly fields: readonly string[];
  /** The comment tags somebody, for `commented`. */
  readonly mentions: boolean;
}

/** Fields of every issue whose change never matters to any procedure. */
const indifferent = new Set([
  'summary',
  'description',
  'labels',
  'attachment',
  'environment',
  'duedate',
  'components',
  'fixVersions',
  'versions',
  'Link',
  'rank',
  'timespent',
  'timeestimate',
  'worklogid',
]);

/** False where the event itself tells that it matters to nobody. */
export const mayMatter = ({ kind, fields }: Hint): boolean =>
  kind !== 'updated' || fields.some((field) => !indifferent.has(field));

/** Is it worth a turn? */
export async function worthATurn(
  {
    policy: policies,
    procedures,
  }: Pick<Ports, 'procedures'> & { readonly policy: Pick<Ports['policy'], 'glance'> },
  hint: Hint,
): Promise<boolean> {
  const { kind, fields, mentions } = hint;
  if (!mayMatter(hint)) return false;
  const { policy, record } = await policies.glance(hint.issueId);
  // It was raised from another ticket, which hears what happens here, in whatever project that is.
  if (policy !== null && kind !== 'deleted' && record?.ledger.from !== undefined) return true;
  if (policy === null) return false;
  if (kind === 'deleted') return record !== null;
  // Out of the queues: a ticket on which something is open was moved there.
  if (hint.projectId !== null && queueOf(policy, hint.projectId) === null)
    return record !== null && isEngaged(procedures, record);
  if (record !== null && isEngaged(procedures, record)) return true;
  const queue = policy.queues[hint.projectId ?? ''];
  const ledger = record?.ledger ?? null;
  return procedures.some(({ ears }) =>
    ears?.hears?.({ kind, fields, mentions, policy, queue, ledger }),
  );
}

/** Something is open, waiting, left to be done or not as it should be: everything that happens matters. */
const isEngaged = (
  procedures: readonly Pick<ProcedureModule, 'ears'>[],
  { ledger, outbox, radar, resting }: TicketRecord,
): boolean =>
  procedures.some(({ ears }) => ears?.isOpen?.(ledger)) ||
  ledger.blocked !== null ||
  (ledger.clocks ?? []).length > 0 ||
  ledger.vetoed !== undefined ||
  resting !== undefined ||
  outbox.length > 0 ||
  radar.length > 0;
