import { issueOf } from '../answering';
import { ticketResolver } from '../page-resolver';

export const answerHybrid = ticketResolver('hybrid-account', 'panel', {
  place: ({ context }) => issueOf(context),
  offers: 'hybrid-account',
});
