import { settingsAlone, thinResolver } from './thin';

export const answerGadget = thinResolver(
  async () => (await import('./answers/gadget')).answerGadget,
  settingsAlone,
);
