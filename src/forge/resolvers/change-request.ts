import * as v from 'valibot';
import { parse } from '../../app/input';
import type { ChangeReads } from '../../procedures/change-request/contract/panel';
import { changeRequestActs } from '../../procedures/change-request/pages/acts';
import {
  changePage,
  evidenceChoices,
  previewContent,
  readDocument,
} from '../../procedures/change-request/pages/change-panel';
import { edit } from '../../procedures/change-request/pages/inputs';
import { issueOf } from './answering';
import { ticketResolver } from './page-resolver';

const preview = v.object({ edit });

export const answerChangeRequest = ticketResolver<ChangeReads, unknown>(
  changePage,
  ({ context }) => issueOf(context),
  {
    reads: {
      'change.get': ({ ports, context }) => changePage.show(ports, issueOf(context)),
      'content.preview': ({ payload, ports, context }) =>
        previewContent(ports, issueOf(context), parse(preview, payload).edit),
      'evidence.choices': ({ ports, context }) => evidenceChoices(ports, issueOf(context)),
      'document.read': ({ ports, context }) => readDocument(ports, issueOf(context)),
    },
    acts: { 'change-request': changeRequestActs },
  },
);
