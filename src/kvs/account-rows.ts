// Rows of customer accounts, of one generation: a whole new list is written beside the one in force and then takes its
// place in one step, so that nobody ever sees half of it.
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { ChangedMeanwhile } from '../app/errors';
import type { CustomerAccount } from '../core/account';
import type { AccountRow, AccountFormat } from './account-format';
import { deleteAll, readAll, writeAll } from './batches';
import { firstGeneration, type Generation } from './in-force';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';
import { readQuery } from './read-query';

/** Which accounts an organization belongs to; more than one is for a person to sort out (A12). */
export interface OrganizationRow {
  readonly cids: readonly string[];
}

/** Forge: at most 100 results a page. */
const page = 100;

export async function currentGeneration(): Promise<Generation> {
  return (
    (await storing(() => kvs.entity<{ doc: Generation }>('settings').get(keys.generation)))?.doc ??
    firstGeneration
  );
}

/** @throws ChangedMeanwhile when another list was put in force meanwhile */
export async function putInForce(
  next: Omit<Generation, 'revision'>,
  revision: number,
): Promise<void> {
  const condition =
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision);
  const row = { revision: revision + 1, doc: { ...next, revision: revision + 1 } };
  try {
    await kvs
      .transact()
      .set(keys.generation, row, {
        entityName: 'settings',
        conditions: new Filter<{ revision: number }>().and('revision', condition),
      })
      .execute();
  } catch (error) {
    if (!turnedDown(error)) throw storageFailure(error);
    if ((await currentGeneration()).revision !== revision)
      throw new ChangedMeanwhile('The list of accounts');
    throw error;
  }
}

/** Accounts by name, or those whose name begins with some letters. */
export async function accountsByName(
  generation: string,
  beginning: string,
  cursor: string | null,
): Promise<{ rows: AccountRow[]; next: string | null }> {
  return read('by-name', generation, beginning, cursor);
}

export async function accountsByCid(
  generation: string,
  beginning: string,
  cursor: string | null,
): Promise<{ rows: AccountRow[]; next: string | null }> {
  return read('by-cid', generation, beginning, cursor);
}

async function read(
  index: 'by-name' | 'by-cid',
  generation: string,
  beginning: string,
  cursor: string | null,
) {
  const all = kvs
    .entity<AccountRow>('account')
    .query()
    .index(index, { partition: [generation] });
  const some =
    beginning === '' ? all : all.where(WhereConditions.beginsWith(beginning.toLowerCase()));
  const query = some.sort(Sort.ASC).limit(page);
  const { results, nextCursor } = await storing(() =>
    (cursor === null ? query : query.cursor(cursor)).getMany(),
  );
  return { rows: results.map(({ value }) => value), next: nextCursor ?? null };
}

/** The accounts of one manager, by name. */
export async function accountsOfManager(
  generation: string,
  manager: string,
  cursor: string | null,
): Promise<{ rows: AccountRow[]; next: string | null }> {
  const query = kvs
    .entity<AccountRow>('account')
    .query()
    .index('by-account-manager', { partition: [generation, manager] })
    .sort(Sort.ASC)
    .limit(page);
  const { results, nextCursor } = await storing(() =>
    (cursor === null ? query : query.cursor(cursor)).getMany(),
  );
  return { rows: results.map(({ value }) => value), next: nextCursor ?? null };
}

/** The accounts that a procedure has marked, by name. */
export async function accountsMarked(
  generation: string,
  procedure: string,
  most: number,
): Promise<AccountRow[]> {
  const query = kvs
    .entity<AccountRow>('account')
    .query()
    .index('by-mark', { partition: [generation, procedure] })
    .sort(Sort.ASC);
  return readQuery<AccountRow>(query, most);
}

/** The account that the system of record knows under this id. */
export async function accountByExternalId(
  generation: string,
  externalId: string,
): Promise<AccountRow | null> {
  const query = kvs
    .entity<AccountRow>('account')
    .query()
    .index('by-external-id', { partition: [generation] })
    .where(WhereConditions.equalTo(externalId))
    .limit(1);
  return (await storing(() => query.getMany())).results[0]?.value ?? null;
}

/** Writes accounts into that list, with the organizations that are theirs; those not named stay. */
export async function putAccounts(
  { revision, generation, count }: Generation,
  accounts: readonly CustomerAccount[],
  format: AccountFormat,
): Promise<void> {
  const before = await readAll<AccountRow>(
    accounts.map(({ cid }) => ({ key: keys.account(generation, cid), entityName: 'account' })),
  );
  const known = [...before.values()];
  const organizations = await organizationsAfter(
    generation,
    known.map(({ doc }) => doc),
    accounts,
  );
  await writeAll([
    ...accounts.map((account) => {
      const key = keys.account(generation, account.cid);
      return {
        key,
        entityName: 'account',
        value: format.rowOf(generation, account, (before.get(key)?.revision ?? 0) + 1),
      };
    }),
    ...organizations.map(([id, cids]) => ({
      key: keys.organization(generation, id),
      value: { cids } satisfies OrganizationRow,
    })),
  ]);
  // Every change counts as a new revision, so that a list that is just being put in force notices it.
  await putInForce({ generation, count: count + accounts.length - known.length }, revision);
}

/** Takes accounts out of that list; one that is not there is as good as removed. */
export async function removeAccounts(
  { revision, generation, count }: Generation,
  cids: readonly string[],
): Promise<void> {
  const rows = await readAll<AccountRow>(
    cids.map((cid) => ({ key: keys.account(generation, cid), entityName: 'account' })),
  );
  const known = [...rows.values()].map(({ doc }) => doc);
  const organizations = await organizationsAfter(generation, known, []);
  await writeAll(
    organizations.map(([id, left]) => ({
      key: keys.organization(generation, id),
      value: { cids: left } satisfies OrganizationRow,
    })),
  );
  await deleteAll(
    known.map(({ cid }) => ({ key: keys.account(generation, cid), entityName: 'account' })),
  );
  if (known.length > 0) await putInForce({ generation, count: count - known.length }, revision);
}

/** Whose each organization is, once `before` has become `after`. */
export async function organizationsAfter(
  generation: string,
  before: readonly CustomerAccount[],
  after: readonly CustomerAccount[],
): Promise<[string, string[]][]> {
  const touched = [...new Set([...before, ...after].flatMap(({ organizations }) => organizations))];
  const rows = await readAll<OrganizationRow>(
    touched.map((id) => ({ key: keys.organization(generation, id) })),
  );
  const changed = new Set([...before, ...after].map(({ cid }) => cid));
  return touched.map((id) => {
    const others = (rows.get(keys.organization(generation, id))?.cids ?? []).filter(
      (cid) => !changed.has(cid),
    );
    return [
      id,
      [
        ...others,
        ...after.filter(({ organizations }) => organizations.includes(id)).map(({ cid }) => cid),
      ],
    ];
  });
}
