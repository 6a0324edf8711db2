import * as v from 'valibot';
import { issueId, parse } from '../../../app/input';
import { ticketResolver } from '../page-resolver';

const ticket = v.object({ issueId });

/** Acts on one of the viewer's tickets, re-checked as the viewer, and shows what is left. */
export const answerGadget = ticketResolver('account-manager', 'gadget', {
  place: ({ payload }) => parse(ticket, payload).issueId,
  offers: 'account-manager',
});
