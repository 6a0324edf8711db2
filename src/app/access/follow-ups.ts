// The follow-ups panel of an engineer's access request: what it shows, and what people do in it.
import { accessAct } from '../../domain/access/perform';
import type { FollowUpsView } from '../../contract/follow-ups';
import type { AccessStep } from '../../domain/access/act';
import { leadsOnly } from '../../domain/access/may';
import { fieldsOf, type Personal } from '../../domain/access/personal';
import { sideOf } from '../../domain/access/who';
import type { IssueId } from '../../domain/ids';
import { ChangedMeanwhile, Refused } from '../errors';
import { gather } from '../gather';
import { withNames } from '../names';
import type { Ports } from '../ports';
import { takeTurn } from '../take-turn';
import { seeTicket, type SeenTicket } from '../see-ticket';
import { actorOn, cannotSee, noQueue, settingsOf, viewerOf } from '../viewer';
import { followUpsView } from './follow-ups-view';

/** Customers offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

async function show(
  ports: Ports,
  { viewer, situation, record }: SeenTicket,
): Promise<FollowUpsView> {
  const request = record?.ledger.access ?? null;
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
        ...Object.values(situation.customers ?? {}).map(({ csm }) => csm),
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
  const refused = leadsOnly(sideOf(situation, record?.ledger.access ?? null, viewer.accountId));
  if (refused !== null) throw new Refused(refused);
  if ((record?.edition ?? 0) !== expectedRevision)
    throw new ChangedMeanwhile('This access request');
  await ports.personal.write(issueId, personal);
  return stepFollowUps(ports, issueId, { ...step, onFile: fieldsOf(personal) }, expectedRevision);
}
