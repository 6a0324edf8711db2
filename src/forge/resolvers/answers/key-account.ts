import { issueOf } from '../answering';
import { ticketResolver } from '../page-resolver';

export const answerKeyAccount = ticketResolver('key-account', 'panel', {
  place: ({ context }) => issueOf(context),
  offers: 'key-account',
});
