// The follow-ups panel of an engineer's access request: what it shows, and what people do in it.
import { type Personal } from '../personal';
import { csmOf } from '../../../core/followed';
import { accessOf } from '../state';
import type { FollowUpsView } from '../contract/panel';
import { lookingAs } from '../in-place';
import { sideOf } from '../who';
import type { TicketPage } from '../../../app/act-on-ticket';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { followUpsView } from './follow-ups-view';

/** Customers offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

async function show(
  ports: Ports,
  { viewer, situation, record }: SeenTicket,
): Promise<FollowUpsView> {
  const request = accessOf(record?.ledger) ?? null;
  const side = lookingAs({ ...situation, ledger: record?.ledger ?? {} }, request, viewer.accountId);
  const [personal, accounts, people] = await Promise.all([
    side === null || request === null || request.onFile.length === 0
      ? null
      : ports.personal.read<Personal>(situation.ticket.issueId),
    sideOf(situation, request, viewer.accountId) === 'team-lead'
      ? ports.directory.all(choicesOffered)
      : [],
    withNames(
      ports,
      situation.people,
      [
        viewer.accountId,
        request?.engineer,
        request?.teamLead,
        ...(situation.named ?? []).map((account) => csmOf(situation, account)),
      ],
      true,
    ),
  ]);
  return followUpsView({ ...situation, people }, record, viewer.accountId, personal, accounts);
}

export const followUpsPage: TicketPage<FollowUpsView> = {
  show: async (ports, issueId) => show(ports, await seeTicket(ports, issueId)),
  after: show,
};
