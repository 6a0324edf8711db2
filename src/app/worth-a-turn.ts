// An event that is none of our business costs no Jira request and at most one storage read.
import type { IssueId, ProjectId } from '../core/ids';
import type { Policy } from '../core/policy';
import type { Listening } from '../core/procedure';
import type { ProcedureModule } from './app-procedure';
import type { TicketRecord } from './outbox';
import type { Glance, Routes } from './ports';

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

type Known = readonly Pick<ProcedureModule, 'ears'>[];

/** What any of the procedures listens to. */
export const routesOf = (procedures: Known, policy: Policy): Routes => ({
  version: policy.version,
  queues: Object.fromEntries(
    Object.entries(policy.queues).map(([projectId, queue]) => {
      const all = procedures.flatMap(({ ears }) => ears?.listens?.(queue, policy) ?? []);
      return [
        projectId,
        {
          created: all.some(({ created = false }) => created),
          mentions: all.some(({ mentions = false }) => mentions),
          fields: [...new Set(all.flatMap(({ fields = [] }) => fields))],
        },
      ];
    }),
  ),
});

/** Is it worth a turn? */
export async function worthATurn(
  glance: (issueId: IssueId) => Promise<Glance>,
  procedures: Known,
  hint: Hint,
): Promise<boolean> {
  const { kind, projectId } = hint;
  if (!mayMatter(hint)) return false;
  const { routes, record } = await glance(hint.issueId);
  if (routes === null) return false;
  if (kind === 'deleted') return record !== null;
  // It was raised from another ticket, which hears what happens here, in whatever project that is.
  if (record?.ledger.from !== undefined) return true;
  if (record !== null && isEngaged(procedures, record)) return true;
  // Out of the queues: only a ticket on which something is open is worth a look, as it was moved there.
  const queue = projectId === null ? undefined : routes.queues[projectId];
  if (projectId !== null && queue === undefined) return false;
  if (queue !== undefined ? isHeard(queue, hint) : mayBeHeard(routes, hint)) return true;
  if (record === null) return false;
  const { fields } = hint;
  return procedures.some(({ ears }) => ears?.hears?.({ kind, fields, ledger: record.ledger }));
}

const isHeard = (listening: Required<Listening>, { kind, fields, mentions }: Hint): boolean =>
  (kind === 'created' && listening.created) ||
  (kind === 'commented' && mentions && listening.mentions) ||
  fields.some((field) => listening.fields.includes(field));

/** Where the event does not say in which project the ticket is: a turn will see. */
const mayBeHeard = ({ queues }: Routes, hint: Hint): boolean =>
  Object.values(queues).some((queue) => isHeard(queue, hint));

/** Something is open, waiting, left to be done or not as it should be: everything that happens matters. */
const isEngaged = (procedures: Known, { ledger, outbox, radar, resting }: TicketRecord): boolean =>
  procedures.some(({ ears }) => ears?.isOpen?.(ledger)) ||
  ledger.blocked !== null ||
  (ledger.clocks ?? []).length > 0 ||
  ledger.vetoed !== undefined ||
  resting !== undefined ||
  outbox.length > 0 ||
  radar.length > 0;
