import * as v from 'valibot';
import { given, id, orNull, parse } from '../../../app/input';
import { page } from '../../../app/page';
import type { TicketReads, TicketView } from '../contract/panel';
import { readRule } from './read-rule';
import { previewResponse, ticketPage } from './ticket-panel';

const rule = v.object({ clause: given('The clause', 20) });
const preview = v.object({ entryId: id('The SOP entry'), priorityId: orNull(id('The priority')) });

/** The panel in every ticket. */
export const panel = page<TicketReads, TicketView>({
  ...ticketPage,
  reads: {
    'ticket.get': ticketPage.show,
    'rule.read': (ports, issueId, payload) => readRule(ports, issueId, parse(rule, payload).clause),
    'response.preview': (ports, issueId, payload) => {
      const { entryId, priorityId } = parse(preview, payload);
      return previewResponse(ports, issueId, entryId, priorityId);
    },
  },
});
