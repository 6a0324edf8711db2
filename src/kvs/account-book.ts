import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { AccountBook, StoredAccount } from '../app/accounts/account-ports';
import { ChangedMeanwhile } from '../app/errors';
import type { CustomerAccount } from '../core/account';
import type { AccountRow, AccountFormat } from './account-format';
import {
  accountByExternalId,
  accountsByCid,
  accountsByName,
  accountsOfManager,
  currentGeneration,
  type OrganizationRow,
  putAccounts,
  putInForce,
  removeAccounts,
} from './account-rows';
import { deleteAll, writeAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { keys } from './keys';

/** Accounts written between two reports of progress. */
const step = 250;
const entityName = 'account';
/** Pages of a list that are cleared in one go: queries lag behind, and must not keep a function busy for ever. */
const mostPages = 1_000;

export function accountBook(format: AccountFormat): AccountBook {
  const stored = (row: AccountRow): StoredAccount => ({
    account: format.read(row),
    revision: row.revision,
  });

  async function find(cid: string): Promise<StoredAccount | null> {
    const { generation } = await currentGeneration();
    const row = await storing(() =>
      kvs.entity<AccountRow>(entityName).get(keys.account(generation, cid)),
    );
    return row === undefined ? null : stored(row);
  }

  /** Holds the place of one account, so that of two people who edit it one is told. */
  async function claim(account: CustomerAccount, expectedRevision: number): Promise<void> {
    const { cid } = account;
    const { generation } = await currentGeneration();
    const condition =
      expectedRevision === 0
        ? FilterConditions.notExists()
        : FilterConditions.equalTo(expectedRevision);
    const conditions = new Filter<AccountRow>().and('revision', condition);
    try {
      await kvs
        .transact()
        .set(
          keys.account(generation, cid),
          format.rowOf(generation, account, expectedRevision + 1),
          {
            entityName,
            conditions,
          },
        )
        .execute();
    } catch (error) {
      if (!turnedDown(error)) throw storageFailure(error);
      if (((await find(cid))?.revision ?? 0) !== expectedRevision)
        throw new ChangedMeanwhile(`Account ${cid}`);
      throw error;
    }
  }

  return {
    async page(beginning, cursor) {
      const { generation } = await currentGeneration();
      const byName = await accountsByName(generation, beginning, cursor);
      // Few people search by CID for more than one account: those come first, on the first page.
      const byCid =
        beginning === '' || cursor !== null
          ? []
          : (await accountsByCid(generation, beginning, null)).rows;
      const found = new Map([...byCid, ...byName.rows].map((row) => [row.cid, row]));
      return { accounts: [...found.values()].map(stored), next: byName.next };
    },

    async ofManager(manager, cursor) {
      const page = await accountsOfManager((await currentGeneration()).generation, manager, cursor);
      return { accounts: page.rows.map(stored), next: page.next };
    },

    async count() {
      return (await currentGeneration()).count;
    },

    find,

    async findExternal(externalId) {
      const row = await accountByExternalId((await currentGeneration()).generation, externalId);
      return row === null ? null : stored(row);
    },

    async put(accounts, expectedRevision) {
      const [only] = accounts;
      const before = await currentGeneration();
      if (only !== undefined && expectedRevision !== undefined) {
        const was = await find(only.cid);
        await claim({ ...only, organizations: was?.account.organizations ?? [] }, expectedRevision);
        // The claim counts as the account itself: of a new one the count has to learn here.
        return putAccounts(
          expectedRevision === 0 ? { ...before, count: before.count + 1 } : before,
          accounts,
          format,
        );
      }
      return putAccounts(before, accounts, format);
    },

    async remove(cid, expectedRevision) {
      const was = await find(cid);
      if (was === null) return;
      if (was.revision !== expectedRevision) throw new ChangedMeanwhile(`Account ${cid}`);
      await removeAccounts(await currentGeneration(), [cid]);
    },

    async revision() {
      return (await currentGeneration()).revision;
    },

    async inForce(name) {
      return (await currentGeneration()).generation === name;
    },

    async replace(name, accounts, revision, progress) {
      const before = await currentGeneration();
      if (before.revision !== revision) throw new ChangedMeanwhile('The list of accounts');
      for (let done = 0; done < accounts.length; done += step) {
        const some = accounts.slice(done, done + step);
        await writeAll(
          some.map((account) => ({
            key: keys.account(name, account.cid),
            entityName,
            value: format.rowOf(name, account, 1),
          })),
        );
        await progress(done + some.length);
      }
      const cids = new Map<string, string[]>();
      for (const { cid, organizations } of accounts)
        for (const id of organizations) cids.set(id, [...(cids.get(id) ?? []), cid]);
      await writeAll(
        [...cids].map(([id, of]) => ({
          key: keys.organization(name, id),
          value: { cids: of } satisfies OrganizationRow,
        })),
      );
      try {
        await putInForce({ generation: name, count: accounts.length }, revision);
      } catch (error) {
        if (error instanceof ChangedMeanwhile) await clear(name);
        throw error;
      }
      await clear(before.generation);
    },
  };
}

/** Deletes the rows of a list that is no longer in force; what a crash leaves lying is never read. */
async function clear(generation: string): Promise<void> {
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { rows } = await accountsByName(generation, '', null);
    if (rows.length === 0) return;
    const organizations = [...new Set(rows.flatMap(({ doc }) => doc.organizations))];
    await deleteAll(organizations.map((id) => ({ key: keys.organization(generation, id) })));
    await deleteAll(
      rows.map(({ doc }) => ({ key: keys.account(generation, doc.cid), entityName })),
    );
  }
}
