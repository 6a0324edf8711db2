import type { AccountPages } from '../app/settings-ports';
import type { AccountFormat } from './account-format';
import { accountsByName, currentGeneration } from './account-rows';

export const accountPages = (format: AccountFormat): AccountPages => ({
  async page(cursor) {
    const { generation } = await currentGeneration();
    const { rows, next } = await accountsByName(generation, '', cursor);
    return { accounts: rows.map(format.read), next };
  },
});
