// KA-04: the request by which an account comes onto the list or leaves it, as a ticket of its own.
import { keyAccountSettingsOf } from '../settings/policy';
import { actOf } from '../../../core/act';
import { anybody, keyTicketList, type KeyTicket } from '../key-ticket';
import { keyPartOf, id } from '../key-part';
import { listingReasons } from '../designation';
import { type Proposal, whyNotPropose } from '../listing-steps';
import { Refused, RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { takeTurn } from '../../../app/take-turn';
import { actorOn } from '../../../app/viewer';
import { keyAccountActs } from './acts';
import { listingQueue, type PageViewer } from './key-accounts-page';

/**
 * Opens the ticket and asks in it.
 * @throws RelayError `refused` where the rules decline, before anything is opened; `misconfigured` where no queue keeps such requests
 */
export async function requestListing(
  ports: Ports,
  page: PageViewer,
  proposal: Proposal,
): Promise<{ readonly key: string; readonly decided: boolean }> {
  const { viewer, policy } = page;
  const queue = listingQueue(page);
  const requestType =
    queue === null ? undefined : keyAccountSettingsOf(queue)?.listing.requestTypes[0];
  if (queue === null || requestType === undefined) {
    throw new RelayError(
      'misconfigured',
      'No queue keeps requests about the list of key accounts.',
      {
        remedy:
          'An administrator names the request type under "keyAccounts" in the settings of a queue.',
      },
    );
  }
  const waiting = (
    await ports.tickets.listed<KeyTicket>(keyTicketList, anybody, 1000, 'latest-first')
  ).find(({ kind, cid }) => kind === 'listing' && cid === proposal.cid);
  if (waiting !== undefined)
    throw new RelayError('input', `${waiting.key} asks for this account already.`, {
      field: 'cid',
      remedy: 'Wait for the decision there.',
    });
  const [account] = await ports.directory.accounts([], [proposal.cid]);
  if (account === undefined)
    throw new RelayError('missing', `There is no account ${proposal.cid}.`, {
      field: 'cid',
      remedy: 'Import the account, or correct the CID.',
    });
  const declined = whyNotPropose(account, proposal, page.today);
  if (declined !== null) throw new Refused(declined);
  const raised = await ports.requests.raise({
    projectId: queue.projectId,
    requestType,
    reference: `relay-listing-${proposal.cid}-${ports.now().replace(/\D/gu, '')}`,
    summary:
      proposal.change === 'add'
        ? `Key account: add ${account.name} (${proposal.cid})`
        : `Key account: remove ${account.name} (${proposal.cid})`,
    description: `Reason: ${listingReasons[proposal.reason]}. ${proposal.note}`,
  });
  const { record, refused } = await takeTurn(
    ports,
    policy,
    raised.issueId,
    { door: ports.jira.app },
    {
      act: actOf(id, keyAccountActs['propose-listing'], proposal),
      actor: (ticket) => actorOn(viewer, ticket),
      expectedRevision: null,
    },
  );
  if (refused !== null) throw new Refused(refused);
  return { key: raised.key, decided: keyPartOf(record?.ledger)?.designation?.decided != null };
}
