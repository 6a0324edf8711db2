// An event that is none of our business costs no Jira request and at most one storage read.
import type { IssueId, ProjectId } from '../core/ids';
import { type Policy, queueOf } from '../core/policy';
import type { TicketRecord } from './outbox';
import type { PolicyStore } from './ports';
import { keyAccountsOf } from '../procedures/key-account/settings/policy';

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

/** Fields of every issue whose change never matters to the account-manager SOP. */
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

/** Is it worth a turn? */
export async function worthATurn(policies: PolicyStore, hint: Hint): Promise<boolean> {
  if (hint.kind === 'updated' && hint.fields.every((field) => indifferent.has(field))) return false;
  const { policy, record } = await policies.glance(hint.issueId);
  if (policy === null || (hint.projectId !== null && queueOf(policy, hint.projectId) === null))
    return false;
  if (isEngaged(record) || hint.kind === 'deleted') return record !== null;
  const queue = policy.queues[hint.projectId ?? ''];
  // KA-12: tickets of key accounts get their priority when they are opened, and when their account becomes known.
  if (
    queue !== undefined &&
    keyAccountsOf(queue) !== undefined &&
    (hint.kind === 'created' || hint.fields.includes(queue.fields.organizations.id))
  )
    return true;
  if (record?.ledger.keyAccount?.of != null && hint.fields.includes('priority')) return true;
  // A1: a new ticket matters only where manager fields are filled from the start.
  if (hint.kind === 'created') return queue?.readings.fillFields === 'on-create';
  return hint.kind === 'commented'
    ? hint.mentions
    : hint.fields.some((field) => field === 'status' || isManagerField(policy, field));
}

/** Something is open, waiting, left to be done or not as it should be: everything that happens matters. */
const isEngaged = (record: TicketRecord | null): boolean =>
  record !== null &&
  (record.ledger.change !== undefined ||
    record.ledger.ask !== null ||
    record.ledger.waiting !== null ||
    record.ledger.blocked !== null ||
    record.outbox.length > 0 ||
    record.radar.length > 0);

const isManagerField = (policy: Policy, field: string): boolean =>
  Object.values(policy.queues).some(({ fields }) => fields.accountManager.id === field);
