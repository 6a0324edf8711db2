// What is behind the ports of customer accounts.
import api from '@forge/api';
import type { AccountBook, AccountPorts } from '../app/accounts/account-ports';
import { accountPartsOf, loaded } from '../app/app-procedure';
import type { Ports } from '../app/ports';
import { jiraCatalogue } from '../jira/catalogue';
import { accountBook } from '../kvs/account-book';
import { accountFormat } from '../kvs/account-format';
import { accountImports } from '../kvs/account-imports';
import { pushJob } from './job-queue';

/** The directory reads again what is written here. */
const noticed = (book: AccountBook, directory: Ports['directory']): AccountBook => ({
  ...book,
  put: (...what) => book.put(...what).finally(() => directory.anew()),
  remove: (...what) => book.remove(...what).finally(() => directory.anew()),
  replace: (...what) => book.replace(...what).finally(() => directory.anew()),
});

/** @param viewer whose rights decide what a page may do; null in the background */
export const accountPorts = async (
  viewer: 'viewer' | null,
  { procedures, directory }: Pick<Ports, 'procedures' | 'directory'>,
): Promise<AccountPorts> => ({
  book: noticed(accountBook(accountFormat(procedures)), directory),
  parts: accountPartsOf(await loaded(procedures, ['accounts'])),
  imports: accountImports,
  jobs: {
    push: pushJob,
  },
  catalogues: {
    app: jiraCatalogue(api.asApp()),
    viewer: jiraCatalogue(viewer === null ? api.asApp() : api.asUser()),
  },
});
