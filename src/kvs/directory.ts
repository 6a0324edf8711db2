// Customer accounts and people, found by organization, by CID and by account id.
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { Directory } from '../app/ports';
import type { CustomerAccount } from '../domain/account';
import type { DirectoryPerson, Person } from '../domain/people';
import { readAll, writeAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';

interface AccountRow {
  /** The same for all: indexes need a partition. */
  readonly kind: 'account';
  readonly accountManager: string;
  readonly name: string;
  readonly doc: CustomerAccount;
}

/** Which accounts an organization belongs to; more than one is for a person to sort out (A12). */
interface OrganizationRow {
  readonly cids: readonly string[];
}

/** How many accounts there are, kept beside them because storage does not count. */
const countKey = 'accounts:count';

async function accountsById(cids: readonly string[]): Promise<CustomerAccount[]> {
  const rows = await readAll<AccountRow>([...new Set(cids)].map((cid) => ({ key: keys.account(cid), entityName: 'account' })));
  return [...rows.values()].map(({ doc }) => doc);
}

export const directory: Directory = {
  async accounts(organizations, cids) {
    const rows = await readAll<OrganizationRow>(organizations.map((id) => ({ key: keys.organization(id) })));
    return accountsById([...[...rows.values()].flatMap((row) => row.cids), ...cids]);
  },

  async people(ids) {
    const rows = await readAll<DirectoryPerson>([...new Set(ids)].map((id) => ({ key: keys.person(id) })));
    return [...rows.values()];
  },

  async everybody() {
    const people: DirectoryPerson[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs.query().where('key', WhereConditions.beginsWith(keys.person(''))).limit(100);
      const page = await storing(() => (cursor === undefined ? query : query.cursor(cursor)).getMany<DirectoryPerson>());
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
    await writeAll(people.map((person) => ({ key: keys.name(person.accountId), value: person, options: { ttl: { value: 30, unit: 'DAYS' as const } } })));
  },

  async all(limit) {
    const accounts: CustomerAccount[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs.entity<AccountRow>('account').query().index('by-name', { partition: ['account'] }).sort(Sort.ASC).limit(100);
      const page = await storing(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
      accounts.push(...page.results.map(({ value }) => value.doc));
      cursor = page.nextCursor;
    } while (cursor !== undefined && accounts.length < limit);
    return accounts.slice(0, limit);
  },

  async count() {
    return (await storing(() => kvs.get<number>(countKey))) ?? 0;
  },

  async put(accounts, people) {
    const known = await accountsById(accounts.map(({ cid }) => cid));
    const organizations = new Map<string, Set<string>>();
    const touched = [...new Set([...known, ...accounts].flatMap((account) => account.organizations))];
    const before = await readAll<OrganizationRow>(touched.map((id) => ({ key: keys.organization(id) })));
    for (const id of touched) {
      const cids = new Set(before.get(keys.organization(id))?.cids);
      for (const { cid } of accounts) cids.delete(cid);
      organizations.set(id, cids);
    }
    for (const { cid, organizations: ids } of accounts) for (const id of ids) organizations.get(id)?.add(cid);
    await writeAll([
      ...people.map((person) => ({ key: keys.person(person.accountId), value: person })),
      ...accounts.map((account) => ({
        key: keys.account(account.cid),
        entityName: 'account',
        value: { kind: 'account', accountManager: account.accountManager, name: account.name, doc: account } satisfies AccountRow,
      })),
      ...[...organizations].map(([id, cids]) => ({ key: keys.organization(id), value: { cids: [...cids] } satisfies OrganizationRow })),
    ]);
    const added = accounts.filter(({ cid }) => !known.some((one) => one.cid === cid)).length;
    if (added > 0) await storing(async () => kvs.set(countKey, (await this.count()) + added));
  },
};
