// What is behind the ports of customer accounts.
import api from '@forge/api';
import type { AccountPorts } from '../app/accounts/account-ports';
import { accountPartsOf, loaded } from '../app/app-procedure';
import type { Ports } from '../app/ports';
import { jiraCatalogue } from '../jira/catalogue';
import { accountBook } from '../kvs/account-book';
import { accountFormat } from '../kvs/account-format';
import { accountImports } from '../kvs/account-imports';
import { pushJob } from './job-queue';

/** @param viewer whose rights decide what a page may do; null in the background */
export const accountPorts = async (
  viewer: 'viewer' | null,
  { procedures }: Pick<Ports, 'procedures'>,
): Promise<AccountPorts> => ({
  book: accountBook(accountFormat(procedures)),
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
