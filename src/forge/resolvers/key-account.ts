import { ticketOf, thinResolver } from './thin';

export const answerKeyAccount = thinResolver(
  async () => (await import('./answers/key-account')).answerKeyAccount,
  ticketOf,
);
