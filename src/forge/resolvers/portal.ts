import { settingsAlone, thinResolver } from './thin';

export const answerPortal = thinResolver(
  async () => (await import('./answers/portal')).answerPortal,
  settingsAlone,
);
