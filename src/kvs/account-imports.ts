import { kvs } from '@forge/kvs';
import type { ImportStore } from '../app/accounts/account-ports';
import type { AccountImport } from '../app/accounts/import/account-import';
import type { SheetRow } from '../app/accounts/import/read-row';
import type { CustomerAccount } from '../domain/account';
import { storing } from './failures';
import { keys } from './keys';

/** A file that nobody confirmed is gone after a day. */
const options = { ttl: { value: 1, unit: 'DAYS' as const } };

const read = async <T>(key: string): Promise<T | null> => (await storing(() => kvs.get<T>(key))) ?? null;

export const accountImports: ImportStore = {
  state: (id) => read<AccountImport>(keys.accountImport(id)),
  keep: (state) => storing(() => kvs.set(keys.accountImport(state.id), state, options)),
  stage: (id, chunk, rows) => storing(() => kvs.set(keys.stagedRows(id, chunk), rows, options)),
  staged: (id, chunk) => read<readonly SheetRow[]>(keys.stagedRows(id, chunk)),
  ready: (id, chunk, accounts) => storing(() => kvs.set(keys.readyAccounts(id, chunk), accounts, options)),
  readied: (id, chunk) => read<readonly CustomerAccount[]>(keys.readyAccounts(id, chunk)),
};
