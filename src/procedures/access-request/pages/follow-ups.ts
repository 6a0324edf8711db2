// The follow-ups panel of an engineer's access request: what it shows, and what people do in it.
import { csmOf } from '../../../core/followed';
import { accessOf } from '../state';
import { accessAct } from '../perform';
import type { FollowUpsView } from '../contract/panel';
import type { AccessStep } from '../act';
import { leadsOnly } from '../may';
import { fieldsOf, type Personal } from '../personal';
import { sideOf } from '../who';
import type { IssueId } from '../../../core/ids';
import { ChangedMeanwhile, Refused } from '../../../app/errors';
import { gather } from '../../../app/gather';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { takeTurn } from '../../../app/take-turn';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { actorOn, cannotSee, noQueue, settingsOf, viewerOf } from '../../../app/viewer';
import { followUpsView } from './follow-ups-view';

/** Customers offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

async function show(
  ports: Ports,
  { viewer, situation, record }: SeenTicket,
): Promise<FollowUpsView> {
  const request = accessOf(record?.ledger) ?? null;
  const side = sideOf(situation, request, viewer.accountId);
  const [personal, accounts, people] = await Promise.all([
    side === null || request === null || request.onFile.length === 0
      ? null
      : ports.personal.read(situation.ticket.issueId),
    side === 'team-lead' ? ports.directory.all(choicesOffered) : [],
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

/** What stands in the ticket now, as far as the viewer may see it. */
export const readFollowUps = async (ports: Ports, issueId: IssueId): Promise<FollowUpsView> =>
  show(ports, await seeTicket(ports, issueId));

/**
 * Does one step, and shows what stands then.
 * @throws RelayError `refused` with why, `changed-meanwhile` when the page was stale
 */
export async function stepFollowUps(
  ports: Ports,
  issueId: IssueId,
  step: AccessStep,
  expectedRevision: number,
): Promise<FollowUpsView> {
  const viewer = viewerOf(ports);
  const policy = await settingsOf(ports);
  const { situation, record, refused } = await takeTurn(
    ports,
    policy,
    issueId,
    { door: viewer.door },
    {
      act: accessAct(step),
      actor: (ticket) => actorOn(viewer, ticket),
      expectedRevision,
    },
  );
  if (situation === null)
    throw (await viewer.door.readTicket(issueId, policy)) === null ? cannotSee(issueId) : noQueue();
  if (refused !== null) throw new Refused(refused);
  return show(ports, await withCustomers(ports, { viewer, situation, record }));
}

/** Rows that came in with this step have customers that were not gathered before it. */
async function withCustomers(ports: Ports, seen: SeenTicket): Promise<SeenTicket> {
  const { situation, record } = seen;
  const again = await gather(ports, situation.policy, {
    ticket: situation.ticket,
    ledger: record?.ledger ?? null,
  });
  return again === null ? seen : { ...seen, situation: again };
}

/**
 * Keeps the engineer's profile in the encrypted store, then says in the ledger which fields are on file: the values
 * never come near the ledger, its outbox or its journal (EA-24).
 */
export async function keepEngineer(
  ports: Ports,
  issueId: IssueId,
  personal: Personal,
  step: AccessStep & { readonly kind: 'start' | 'change' },
  expectedRevision: number,
): Promise<FollowUpsView> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const refused = leadsOnly(sideOf(situation, accessOf(record?.ledger) ?? null, viewer.accountId));
  if (refused !== null) throw new Refused(refused);
  if ((record?.edition ?? 0) !== expectedRevision)
    throw new ChangedMeanwhile('This access request');
  await ports.personal.write(issueId, personal);
  return stepFollowUps(ports, issueId, { ...step, onFile: fieldsOf(personal) }, expectedRevision);
}
