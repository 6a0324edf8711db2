// Customer accounts and people, found by organization, by CID and by account id.
import { kvs, WhereConditions } from '@forge/kvs';
import type { Directory } from '../app/ports';
import type { CustomerAccount } from '../core/account';
import type { AccountId, Cid, OrganizationId } from '../core/ids';
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
import { type Place, readAll, writeAll } from './batches';
import { type Generation, type NamedPeople, nobodyNamed } from './in-force';
import { storing } from './failures';
import { keys } from './keys';

/** More than a procedure marks at any desk. */
const mostMarked = 2000;

/** What a call has read already: nothing that is done in one is judged by two states of the directory. */
export interface CallSoFar {
  readonly generation: Generation;
  readonly named: NamedPeople;
}

/**
 * @param seen what the call began with; where it is absent, everything is read each time it is asked for
 */
export function directory(format: AccountFormat, seen?: () => Promise<CallSoFar>): Directory {
  let known = new Map<string, unknown>();
  let isStale = seen === undefined;
  const generationNow = async (): Promise<string> =>
    (seen === undefined || isStale ? await currentGeneration() : (await seen()).generation)
      .generation;
  const namedNow = async (): Promise<NamedPeople> =>
    seen === undefined || isStale ? nobodyNamed : (await seen()).named;

  const anew = (): void => {
    known = new Map();
    isStale = true;
  };

  /** Each row once a call. */
  async function read<T>(places: readonly Place[]): Promise<Map<string, T>> {
    const missing = places.filter(({ key }) => !known.has(key));
    const found = await readAll<unknown>(missing);
    const all = new Map([...known, ...missing.map(({ key }) => [key, found.get(key)] as const)]);
    if (!isStale) known = all;
    return new Map(
      places.flatMap(({ key }): [string, T][] => {
        const row = all.get(key);
        return row === undefined ? [] : [[key, row as T]];
      }),
    );
  }

  const organizationsIn = (generation: string, ids: readonly OrganizationId[]): Place[] =>
    ids.map((id) => ({ key: keys.organization(generation, id) }));
  const accountsIn = (generation: string, cids: readonly Cid[]): Place[] =>
    cids.map((cid) => ({ key: keys.account(generation, cid), entityName: 'account' }));
  const personRows = (ids: readonly AccountId[]): Place[] =>
    ids.map((id) => ({ key: keys.person(id) }));

  return {
    async ahead({ organizations, cids, people }) {
      if (isStale) return;
      const generation = await generationNow();
      const { ids } = await namedNow();
      await read([
        ...organizationsIn(generation, organizations),
        ...accountsIn(generation, cids),
        ...personRows(people.filter((id) => !ids.includes(id))),
      ]);
    },

    anew,

    async accounts(organizations, cids) {
      for (let generation = await generationNow(); ;) {
        const rows = await read<OrganizationRow>(organizationsIn(generation, organizations));
        const wanted = new Set([...[...rows.values()].flatMap((row) => row.cids), ...cids]);
        const accounts = [
          ...(await read<AccountRow>(accountsIn(generation, [...wanted]))).values(),
        ];
        if (accounts.length === wanted.size && rows.size === new Set(organizations).size)
          return accounts.map(format.read);
        // Something is not there: perhaps another list came into force meanwhile, and this one is being cleared away.
        const { generation: now } = await currentGeneration();
        if (now === generation) return accounts.map(format.read);
        generation = now;
      }
    },

    async people(ids) {
      const named = await namedNow();
      const rows = await read<DirectoryPerson>(
        personRows([...new Set(ids)].filter((id) => !named.ids.includes(id))),
      );
      return [...named.people.filter(({ accountId }) => ids.includes(accountId)), ...rows.values()];
    },

    async managing(ids) {
      if (ids.length === 0) return [];
      const generation = await generationNow();
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
      const generation = await generationNow();
      return (await accountsMarked(generation, procedure, mostMarked)).map(format.read);
    },

    async all(limit) {
      const generation = await generationNow();
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
      anew();
      await (await import('./named-people')).putPeople(people);
      if (accounts.length > 0) await putAccounts(await currentGeneration(), accounts, format);
    },

    name: async (ids) => (await import('./named-people')).namePeople(ids),
  };
}
