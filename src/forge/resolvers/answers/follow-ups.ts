import { issueOf } from '../answering';
import { ticketResolver } from '../page-resolver';

export const answerFollowUps = ticketResolver('access-request', 'panel', {
  place: ({ context }) => issueOf(context),
  offers: 'access-request',
});
