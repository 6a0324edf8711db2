import { issueOf } from '../answering';
import { ticketResolver } from '../page-resolver';

/** The panel in every ticket answers every act of every procedure. */
export const answerPanel = ticketResolver('account-manager', 'panel', {
  place: ({ context }) => issueOf(context),
});
