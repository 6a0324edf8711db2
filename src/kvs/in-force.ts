// What nearly every call begins with, in one request: the settings in force, what stands beside them, and what is known of one
// ticket.
import { kvs } from '@forge/kvs';
import type { TicketRecord } from '../app/outbox';
import type { Glance, Routes } from '../app/ports';
import type { AccountId, IssueId } from '../core/ids';
import type { DirectoryPerson } from '../core/people';
import type { Policy } from '../core/policy';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';
import { type Packed, unpacked } from './packed';
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
  const stored = await readSettings<StoredPolicy | Packed>(keys.currentPolicy);
  return stored === null ? null : policyOf(stored);
}

/** Which list of accounts is in force, and how many there are: storage does not count. */
export interface Generation {
  readonly revision: number;
  readonly generation: string;
  readonly count: number;
}

/** Before any other list came into force. */
export const firstGeneration: Generation = { revision: 0, generation: 'first', count: 0 };

/** The people whom the settings name, in one row (`named-people.ts`). */
export interface NamedPeople {
  readonly revision: number;
  /** Whom it is about; of those without a row of their own nothing is known. */
  readonly ids: readonly AccountId[];
  readonly people: readonly DirectoryPerson[];
}

export const nobodyNamed: NamedPeople = { revision: 0, ids: [], people: [] };

/** The settings in force, what stands beside them, and the ticket's row as it is stored. */
export interface Looked {
  readonly policy: Policy | null;
  /** Which list of accounts is in force. */
  readonly generation: Generation;
  readonly named: NamedPeople;
  /** The app's own account, once Jira was asked. */
  readonly self: AccountId | null;
  /** Null where nothing is known of the ticket, or none was asked for. */
  readonly row: TicketRow | null;
}

/** Everything in one request. */
export async function lookAt(issueId: IssueId | null): Promise<Looked> {
  const ticket = issueId === null ? null : keys.ticket(issueId);
  const found = await readAll<unknown>([
    ...[keys.currentPolicy, keys.generation, keys.namedPeople].map((key) => ({
      key,
      entityName: settingsEntity,
    })),
    { key: keys.self },
    ...(ticket === null ? [] : [{ key: ticket, entityName: 'ticket' }]),
  ]);
  const doc = <T>(key: string): T | undefined =>
    (found.get(key) as SettingsRow<T> | undefined)?.doc;
  const policy = doc<StoredPolicy | Packed>(keys.currentPolicy);
  return {
    policy: policy === undefined ? null : policyOf(policy),
    generation: doc<Generation>(keys.generation) ?? firstGeneration,
    named: unpacked(doc<NamedPeople | Packed>(keys.namedPeople) ?? nobodyNamed),
    self: (found.get(keys.self) as AccountId | undefined) ?? null,
    row: ticket === null ? null : ((found.get(ticket) as TicketRow | undefined) ?? null),
  };
}

/** Settings and record in one request; what a newer version has written is for the turn to refuse. */
export async function glance(
  issueId: IssueId,
): Promise<{ readonly policy: Policy | null; readonly record: TicketRecord | null }> {
  const { policy, row } = await lookAt(issueId);
  return { policy, record: knownOf(row) };
}

const knownOf = (row: TicketRow | null): TicketRecord | null =>
  row === null || isNewer(row) ? null : recordOf(row);

/** What an event is judged by, in one request; where it was never written down, it follows from the settings. */
export async function routesAt(
  issueId: IssueId,
  routesOf: (policy: Policy) => Promise<Routes>,
): Promise<Glance> {
  const ticket = keys.ticket(issueId);
  const found = await readAll<unknown>([
    { key: keys.routes, entityName: settingsEntity },
    { key: ticket, entityName: 'ticket' },
  ]);
  const record = knownOf((found.get(ticket) as TicketRow | undefined) ?? null);
  const routes = found.get(keys.routes) as SettingsRow<Routes> | undefined;
  if (routes !== undefined) return { routes: routes.doc, record };
  const policy = await policyInForce();
  return { routes: policy === null ? null : await routesOf(policy), record };
}
