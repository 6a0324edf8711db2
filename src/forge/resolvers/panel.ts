import { ticketOf, thinResolver } from './thin';

export const answerPanel = thinResolver(
  async () => (await import('./answers/panel')).answerPanel,
  ticketOf,
);
