import type { HybridReads } from '../../procedures/hybrid-account/contract/panel';
import { hybridAccountActs } from '../../procedures/hybrid-account/pages/acts';
import { hybridPage, meetingFile } from '../../procedures/hybrid-account/pages/hybrid-panel';
import { issueOf } from './answering';
import { ticketResolver } from './page-resolver';

export const answerHybrid = ticketResolver<HybridReads, unknown>(
  hybridPage,
  ({ context }) => issueOf(context),
  {
    reads: {
      'hybrid.get': ({ ports, context }) => hybridPage.show(ports, issueOf(context)),
      'meeting.file': ({ ports, context }) => meetingFile(ports, issueOf(context)),
    },
    acts: { 'hybrid-account': hybridAccountActs },
  },
);
