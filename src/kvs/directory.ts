// Customer accounts and people, found by organization, by CID and by account id.
import { kvs, WhereConditions } from '@forge/kvs';
import type { Directory } from '../app/ports';
import type { CustomerAccount } from '../core/account';
import type { DirectoryPerson, Person } from '../core/people';
import type { AccountRow, AccountFormat } from './account-format';
import {
  accountsByName,
  accountsMarked,
  accountsOfManager,
  currentGeneration,
  type OrganizationRow,
  putAccounts,
} from './account-rows';
import { readAll, writeAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';

/** More than a procedure marks at any desk. */
const mostMarked = 2000;

async function accountsById(generation: string, cids: readonly string[]): Promise<AccountRow[]> {
  const rows = await readAll<AccountRow>(
    [...new Set(cids)].map((cid) => ({
      key: keys.account(generation, cid),
      entityName: 'account',
    })),
  );
  return [...rows.values()];
}

export const directory = (format: AccountFormat): Directory => ({
  async accounts(organizations, cids) {
    for (let { generation } = await currentGeneration(); ;) {
      const rows = await readAll<OrganizationRow>(
        organizations.map((id) => ({ key: keys.organization(generation, id) })),
      );
      const wanted = new Set([...[...rows.values()].flatMap((row) => row.cids), ...cids]);
      const accounts = await accountsById(generation, [...wanted]);
      if (accounts.length === wanted.size && rows.size === new Set(organizations).size)
        return accounts.map(format.read);
      // Something is not there: perhaps another list came into force meanwhile, and this one is being cleared away.
      const { generation: now } = await currentGeneration();
      if (now === generation) return accounts.map(format.read);
      generation = now;
    }
  },

  async people(ids) {
    const rows = await readAll<DirectoryPerson>(
      [...new Set(ids)].map((id) => ({ key: keys.person(id) })),
    );
    return [...rows.values()];
  },

  async managing(ids) {
    if (ids.length === 0) return [];
    const { generation } = await currentGeneration();
    const managing = await Promise.all(
      ids.map(async (id) => (await accountsOfManager(generation, id, null)).rows.length > 0),
    );
    return ids.filter((_, place) => managing[place]);
  },

  async everybody() {
    const people: DirectoryPerson[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs
        .query()
        .where('key', WhereConditions.beginsWith(keys.person('')))
        .limit(100);
      const page = await storing(() =>
        (cursor === undefined ? query : query.cursor(cursor)).getMany<DirectoryPerson>(),
      );
      people.push(...page.results.map(({ value }) => value));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return people;
  },

  async names(ids) {
    return [...(await readAll<Person>(ids.map((id) => ({ key: keys.name(id) })))).values()];
  },

  async rememberNames(people) {
    // For a while only: a name is personal data, and people change theirs.
    await writeAll(
      people.map((person) => ({
        key: keys.name(person.accountId),
        value: person,
        options: { ttl: { value: 30, unit: 'DAYS' as const } },
      })),
    );
  },

  async marked(procedure) {
    const { generation } = await currentGeneration();
    return (await accountsMarked(generation, procedure, mostMarked)).map(format.read);
  },

  async all(limit) {
    const { generation } = await currentGeneration();
    const accounts: CustomerAccount[] = [];
    let cursor: string | null = null;
    do {
      const page = await accountsByName(generation, '', cursor);
      accounts.push(...page.rows.map(format.read));
      cursor = page.next;
    } while (cursor !== null && accounts.length < limit);
    return accounts.slice(0, limit);
  },

  async count() {
    return (await currentGeneration()).count;
  },

  async put(accounts, people) {
    await writeAll(people.map((person) => ({ key: keys.person(person.accountId), value: person })));
    if (accounts.length > 0) await putAccounts(await currentGeneration(), accounts, format);
  },
});
