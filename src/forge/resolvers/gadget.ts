import * as v from 'valibot';
import { readOwnAbsence, setOwnAbsence } from '../../app/absences/absences';
import type { TicketPage } from '../../app/act-on-ticket';
import { flag, id, issueId, parse } from '../../app/input';
import type { MyAsksReads, MyAsksView } from '../../procedures/account-manager/contract/gadget';
import { accountManagerActs } from '../../procedures/account-manager/pages/acts';
import { readMyAsks } from '../../procedures/account-manager/pages/my-asks';
import { contributions } from '../../procedures/contributions';
import { absence } from './absence-input';
import { ticketResolver } from './page-resolver';

const filter = v.object({
  queues: v.optional(v.pipe(v.array(id('A queue')), v.maxLength(50, 'At most 50 queues.'))),
  rows: v.optional(
    v.pipe(
      v.number('rows must be a number.'),
      v.integer('rows must be a whole number.'),
      v.minValue(1, 'rows must be at least 1.'),
      v.maxValue(50, 'rows must be at most 50.'),
    ),
  ),
  includeTeam: v.optional(flag('includeTeam')),
});
const ticket = v.object({ issueId });
const ownAbsence = v.object({ absence });

/** Acts on one of the viewer's tickets, re-checked as the viewer, and shows what is left. */
const page: TicketPage<MyAsksView> = { show: (ports) => readMyAsks(ports, {}, contributions) };

export const answerGadget = ticketResolver<MyAsksReads, MyAsksView>(
  page,
  ({ payload }) => parse(ticket, payload).issueId,
  {
    reads: {
      'absence.get': ({ ports }) => readOwnAbsence(ports),
      'absence.set': ({ payload, ports }) =>
        setOwnAbsence(ports, parse(ownAbsence, payload).absence),
      'asks.mine': async ({ payload, ports }) =>
        readMyAsks(ports, parse(filter, payload), contributions),
    },
    acts: { 'account-manager': accountManagerActs },
  },
);
