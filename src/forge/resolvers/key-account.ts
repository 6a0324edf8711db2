import type { KeyAccountReads } from '../../procedures/key-account/contract/panel';
import { keyAccountActs } from '../../procedures/key-account/pages/acts';
import { keyAccountPage } from '../../procedures/key-account/pages/key-account-panel';
import { issueOf } from './answering';
import { ticketResolver } from './page-resolver';

export const answerKeyAccount = ticketResolver<KeyAccountReads, unknown>(
  keyAccountPage,
  ({ context }) => issueOf(context),
  {
    reads: { 'key.get': ({ ports, context }) => keyAccountPage.show(ports, issueOf(context)) },
    acts: { 'key-account': keyAccountActs },
  },
);
