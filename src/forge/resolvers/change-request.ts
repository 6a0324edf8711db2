import { ticketOf, thinResolver } from './thin';

export const answerChangeRequest = thinResolver(
  async () => (await import('./answers/change-request')).answerChangeRequest,
  ticketOf,
);
