import type { AccountPages } from '../app/settings-ports';
import { accountsByName, currentGeneration } from './account-rows';

export const accountPages: AccountPages = {
  async page(cursor) {
    const { generation } = await currentGeneration();
    const { rows, next } = await accountsByName(generation, '', cursor);
    return { accounts: rows.map(({ doc }) => doc), next };
  },
};
