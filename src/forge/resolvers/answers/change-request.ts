import { issueOf } from '../answering';
import { ticketResolver } from '../page-resolver';

export const answerChangeRequest = ticketResolver('change-request', 'panel', {
  place: ({ context }) => issueOf(context),
  offers: 'change-request',
});
