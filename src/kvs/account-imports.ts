import { kvs } from '@forge/kvs';
import type { AccountImport, ImportStore, SheetRow } from '../app/accounts/account-ports';
import type { CustomerAccount } from '../core/account';
import { storing } from './failures';
import { keys } from './keys';
import { keepList, readList } from './parts';

/** A file that nobody confirmed is gone after a day. */
const days = 1;
const options = { ttl: { value: days, unit: 'DAYS' as const } };

const read = async <T>(key: string): Promise<T | null> =>
  (await storing(() => kvs.get<T>(key))) ?? null;

export const accountImports: ImportStore = {
  state: (id) => read<AccountImport>(keys.accountImport(id)),
  keep: (state) => storing(() => kvs.set(keys.accountImport(state.id), state, options)),
  stage: (id, chunk, rows) => keepList(keys.stagedRows(id, chunk), rows, days),
  staged: (id, chunk) => readList<SheetRow>(keys.stagedRows(id, chunk)),
  ready: async (id, chunk, { accounts, stays }) => {
    await keepList(keys.readyAccounts(id, chunk), accounts, days);
    await keepList(keys.staying(id, chunk), stays, days);
  },
  readied: async (id, chunk) => {
    const [accounts, stays] = [
      await readList<CustomerAccount>(keys.readyAccounts(id, chunk)),
      await readList<string>(keys.staying(id, chunk)),
    ];
    return accounts === null || stays === null ? null : { accounts, stays };
  },
};
