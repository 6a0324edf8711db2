import * as v from 'valibot';
import { given, id, orNull, parse } from '../../app/input';
import type { TicketReads } from '../../procedures/account-manager/contract/panel';
import { readRule } from '../../procedures/account-manager/pages/read-rule';
import { previewResponse, ticketPage } from '../../procedures/account-manager/pages/ticket-panel';
import { procedureActs } from '../../procedures/acts';
import { contributions } from '../../procedures/contributions';
import { issueOf } from './answering';
import { ticketResolver } from './page-resolver';

const rule = v.object({ clause: given('The clause', 20) });
const preview = v.object({ entryId: id('The SOP entry'), priorityId: orNull(id('The priority')) });

const page = ticketPage(contributions);

/** The panel in every ticket answers every act of every procedure. */
export const answerPanel = ticketResolver<TicketReads, unknown>(
  page,
  ({ context }) => issueOf(context),
  {
    reads: {
      'ticket.get': ({ ports, context }) => page.show(ports, issueOf(context)),
      'rule.read': ({ payload, ports, context }) =>
        readRule(ports, issueOf(context), parse(rule, payload).clause),
      'response.preview': ({ payload, ports, context }) => {
        const { entryId, priorityId } = parse(preview, payload);
        return previewResponse(ports, issueOf(context), entryId, priorityId);
      },
    },
    acts: procedureActs,
  },
);
