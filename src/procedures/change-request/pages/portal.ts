// The customer's panel in the portal. Jira Service Management says whose request it is; what it holds is read as the app.
import { portalActs } from './acts';
import type { PortalReads, PortalView } from '../contract/portal';
import { type Because, because } from '../../../core/because';
import { rolesOf } from '../may';
import type { IssueId } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import { page } from '../../../app/page';
import { JiraRefused, Refused, RelayError } from '../../../app/errors';
import { gather } from '../../../app/gather';
import type { TicketRecord } from '../../../app/outbox';
import type { Ports } from '../../../app/ports';
import { settingsOf, viewerOf } from '../../../app/viewer';
import { nothingHere, portalView } from './portal-view';

const notYours = (): RelayError =>
  new RelayError('missing', 'This request does not exist, or it is not one of yours.', {
    remedy: 'Open it from the list of your requests.',
  });

/** @throws RelayError `missing` where the portal does not show this person the request */
async function ownRequest(ports: Ports, key: string): Promise<IssueId> {
  const request = await viewerOf(ports).door.readRequest(key);
  if (request === null) throw notYours();
  return request.issueId;
}

/** One of ours who looks at the portal sees it, and decides nothing there (C7). */
async function isOurs(ports: Ports, situation: Situation): Promise<boolean> {
  const viewer = viewerOf(ports);
  if (rolesOf(situation, viewer.accountId).length > 0) return true;
  try {
    return (await viewer.door.readTicket(situation.ticket.issueId, situation.policy)) !== null;
  } catch (error) {
    // Whom Jira does not know as a user of its own (401) is a customer.
    if (error instanceof JiraRefused) return false;
    throw error;
  }
}

async function read(
  ports: Ports,
  issueId: IssueId,
): Promise<{ situation: Situation; record: TicketRecord | null } | null> {
  const [policy, record] = await Promise.all([settingsOf(ports), ports.tickets.load(issueId)]);
  const ticket = await ports.jira.app.readTicket(issueId, policy);
  const situation =
    ticket === null
      ? null
      : await gather(ports, policy, { ticket, ledger: record?.ledger ?? null });
  return situation === null ? null : { situation, record };
}

/** The portal of one request; its place is the key, as the platform says it. */
export const portalPage = page<PortalReads, PortalView>({
  show: readPortal,
  reads: { 'request.get': readPortal },
  acts: portalActs,
  after: async (ports, { situation, record }) =>
    portalView(situation, record, viewerOf(ports).accountId),
  async standing(ports, key) {
    const viewer = viewerOf(ports);
    const issueId = await ownRequest(ports, key);
    const seen = await read(ports, issueId);
    if (seen === null) throw notYours();
    const side = (await isOurs(ports, seen.situation)) ? ('team' as const) : ('customer' as const);
    return {
      issueId,
      door: ports.jira.app,
      actor: () => ({ accountId: viewer.accountId, mayTransition: false, side }),
      refusal: (refused) => (side === 'team' ? new Refused(refused) : forTheCustomer(refused)),
      nothing: async () => notYours(),
    };
  },
});

async function readPortal(ports: Ports, key: string): Promise<PortalView> {
  const seen = await read(ports, await ownRequest(ports, key));
  if (seen === null) return nothingHere(ports.now());
  const view = portalView(seen.situation, seen.record, viewerOf(ports).accountId);
  return view.decision !== null && (await isOurs(ports, seen.situation))
    ? { ...view, decision: null, ball: 'nobody', standing: 'The customer’s decision is needed.' }
    : view;
}

/** Refusals whose words are the customer's as well: stale content, and who of theirs decides. */
const theirs = ['C8', 'C11'];

/** Every other refusal names steps of ours, so the customer is told only that it is not their turn. */
const forTheCustomer = (refused: Because): Refused =>
  theirs.includes(refused.clause) || refused.field !== undefined
    ? new Refused({ ...refused, values: {} })
    : new Refused(
        because(
          refused.clause,
          'There is nothing for you to decide here at the moment. The page shows where it stands.',
        ),
      );
