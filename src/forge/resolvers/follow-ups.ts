import * as v from 'valibot';
import { parse } from '../../app/input';
import type { FollowUpsReads } from '../../procedures/access-request/contract/panel';
import { accessRequestActs } from '../../procedures/access-request/pages/acts';
import { followUpSheet, previewSheet } from '../../procedures/access-request/pages/follow-up-sheet';
import { followUpsPage } from '../../procedures/access-request/pages/follow-ups';
import { cells, cids } from '../../procedures/access-request/pages/inputs';
import { composeLetters } from '../../procedures/access-request/pages/letters';
import { issueOf } from './answering';
import { ticketResolver } from './page-resolver';

const compose = v.object({ customers: cids });
const sheet = v.object({ cells });

export const answerFollowUps = ticketResolver<FollowUpsReads, unknown>(
  followUpsPage,
  ({ context }) => issueOf(context),
  {
    reads: {
      'follow-ups.get': ({ ports, context }) => followUpsPage.show(ports, issueOf(context)),
      'letters.compose': ({ payload, ports, context }) =>
        composeLetters(ports, issueOf(context), parse(compose, payload).customers),
      'sheet.read': ({ ports, context }) => followUpSheet(ports, issueOf(context)),
      'sheet.preview': ({ payload, ports, context }) =>
        previewSheet(ports, issueOf(context), parse(sheet, payload).cells),
    },
    acts: { 'access-request': accessRequestActs },
  },
);
