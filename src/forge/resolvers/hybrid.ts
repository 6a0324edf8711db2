import { ticketOf, thinResolver } from './thin';

export const answerHybrid = thinResolver(
  async () => (await import('./answers/hybrid')).answerHybrid,
  ticketOf,
);
