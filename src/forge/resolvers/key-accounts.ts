import { settingsAlone, thinResolver } from './thin';

export const answerKeyAccounts = thinResolver(
  async () => (await import('./answers/key-accounts')).answerKeyAccounts,
  settingsAlone,
);
