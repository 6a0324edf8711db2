// The settings in force, alone or with what is known of one ticket: what nearly every call begins with.
import { kvs } from '@forge/kvs';
import type { Glance } from '../app/ports';
import type { IssueId } from '../core/ids';
import type { Policy } from '../core/policy';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';
import { isNewer, recordOf, type TicketRow } from './ticket-format';
import { policyOf, type StoredPolicy } from './policy-editions';

/** Of a policy the revision is its version. */
export interface SettingsRow<T> {
  readonly revision: number;
  readonly doc: T;
}

export const settingsEntity = 'settings';

/** Null where nothing is stored under that key. */
export const readSettings = async <T>(key: string): Promise<T | null> =>
  (await storing(() => kvs.entity<SettingsRow<T>>(settingsEntity).get(key)))?.doc ?? null;

export async function policyInForce(): Promise<Policy | null> {
  const stored = await readSettings<StoredPolicy>(keys.currentPolicy);
  return stored === null ? null : policyOf(stored);
}

/** The settings in force, and the ticket's row as it is stored. */
export interface Looked {
  readonly policy: Policy | null;
  readonly row: TicketRow | null;
}

/** Settings and row in one request. */
export async function lookAt(issueId: IssueId): Promise<Looked> {
  const ticket = keys.ticket(issueId);
  const found = await readAll<SettingsRow<StoredPolicy> | TicketRow>([
    { key: keys.currentPolicy, entityName: settingsEntity },
    { key: ticket, entityName: 'ticket' },
  ]);
  const policy = found.get(keys.currentPolicy);
  const row = found.get(ticket);
  return {
    policy: policy !== undefined && 'queues' in policy.doc ? policyOf(policy.doc) : null,
    row: row !== undefined && 'ledger' in row.doc ? (row as TicketRow) : null,
  };
}

/** Settings and record in one request; what a newer version has written is for the turn to refuse. */
export async function glance(issueId: IssueId): Promise<Glance> {
  const { policy, row } = await lookAt(issueId);
  return { policy, record: row === null || isNewer(row) ? null : recordOf(row) };
}
