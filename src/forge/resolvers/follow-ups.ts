import { ticketOf, thinResolver } from './thin';

export const answerFollowUps = thinResolver(
  async () => (await import('./answers/follow-ups')).answerFollowUps,
  ticketOf,
);
