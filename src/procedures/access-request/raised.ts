// A request that was raised for a customer in our own service desk is listened to (E3): a reply there is a response,
// one that is resolved has an account, which the engineer then tests, and one that is canceled has none.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { IssueId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { InRaised } from '../../core/procedure';
import type { Comment, Ticket } from '../../core/ticket';
import { isAutomaticReply } from '../../core/words/reply-words';
import { type AccessRequest, type AccessRow, isClosed, withRow } from './access-request';
import { participantsOf } from './customer-access';
import { factsOf } from './customer-facts';
import { rowAfter } from './row-steps';
import { rowCanceled } from './send';
import { accessOf, requestNow, save } from './state';
import { standTogether } from './together';
import { canceledWords } from './words';

/** Requests at customers whose account is not there yet. */
export const heardBy = (request: AccessRequest | undefined): IssueId[] =>
  (request?.rows ?? []).flatMap((row) =>
    row.raised === null || isClosed(row) ? [] : [row.raised.issueId],
  );

export function accessOnRaised(c: Case, { ticket, at, comment, change }: InRaised): void {
  const request = accessOf(c.ledger);
  const row = request?.rows.find(({ raised }) => raised?.issueId === ticket.issueId);
  if (request === undefined || row === undefined) return;
  if (comment !== null && row.progress === 'sent' && isTheirs(c, row, { ticket, comment }))
    return replied(c, row, { ticket, at, comment });
  if (change?.field !== 'status' || !isEndedBy(ticket, change.to) || !isAwaited(row)) return;
  if (wasCanceled(ticket)) return canceled(c, row, { ticket, at });
  heard(c, row, 'created', {
    at,
    text: `${factsOf(c, row.cid).name} has set the account up`,
    because: because('EA-13', `${ticket.key} was resolved. The engineer tests the access now.`, {
      request: ticket.key,
    }),
  });
}

function replied(
  c: Case,
  row: AccessRow,
  { ticket, at, comment }: Pick<InRaised, 'ticket' | 'at'> & { readonly comment: Comment },
): void {
  const { name } = factsOf(c, row.cid);
  if (isAutomaticReply(comment.said ?? comment.text))
    return c.declinedWorthKeeping(
      at,
      null,
      `${name} has not replied yet`,
      because('EA-16', `The reply in ${ticket.key} is an automatic one, which is no response.`, {
        request: ticket.key,
        author: comment.author.name,
      }),
    );
  heard(c, row, 'acknowledged', {
    at,
    text: `${name} has replied`,
    because: because(
      'EA-16',
      `Their reply is in ${ticket.key}. Nobody is reminded of one after it.`,
      { request: ticket.key },
    ),
  });
}

function heard(
  c: Case,
  row: AccessRow,
  step: 'acknowledged' | 'created',
  said: { readonly at: Instant; readonly text: string; readonly because: Because },
): void {
  const after = rowAfter(row, factsOf(c, row.cid).name, step, null, said.at);
  if ('clause' in after) return;
  const request = requestNow(c);
  save(c, withRow(request, standTogether(c, request, after)));
  c.done(said.at, null, said.text, said.because);
}

/** Nobody sets anything up any more: the row is where it was before it was raised, and those who chase it hear why. */
function canceled(c: Case, row: AccessRow, { ticket, at }: Pick<InRaised, 'ticket' | 'at'>): void {
  const request = requestNow(c);
  const { name } = factsOf(c, row.cid);
  save(c, withRow(request, standTogether(c, request, rowCanceled(row, at))));
  const ended = ticket.resolution ?? ticket.status.name;
  c.done(
    at,
    null,
    `The request to ${name} was canceled`,
    because('EA-13', `${ticket.key} ended without an account. It is to be requested again.`, {
      request: ticket.key,
      'ended as': ended,
    }),
  );
  c.announce(
    canceledWords(c, request, { cid: row.cid, key: ticket.key, ended }),
    null,
    'EA-13',
    null,
  );
}

const isAwaited = ({ progress }: AccessRow): boolean =>
  progress === 'sent' || progress === 'acknowledged' || progress === 'not-functional';

/** Moved to where it is now, and that is an end. */
const isEndedBy = ({ status }: Ticket, to: string | null): boolean =>
  status.done && to === status.id;

/** Ends that are no resolution, by the names that Jira and its templates give to statuses and resolutions. */
const notDone =
  /\b(?:cancel|won['’]?t|will not|declin|reject|withdraw|duplicat|cannot|incomplete|known error|abgebrochen|abgelehnt|storniert|zurückgezogen|annul|refus|abandonn|rechazad|rifiutat|recusad)/iu;

const wasCanceled = ({ status, resolution }: Ticket): boolean =>
  notDone.test(status.name) || (resolution !== undefined && notDone.test(resolution));

/** Who it was raised for, who takes part in it, or any other customer who wrote there in public. */
function isTheirs(
  c: Case,
  { cid }: AccessRow,
  { ticket, comment }: { readonly ticket: Ticket; readonly comment: Comment },
): boolean {
  const { access } = factsOf(c, cid);
  const theirs = [
    ticket.reporter?.accountId,
    access?.contact,
    ...(access === null ? [] : participantsOf(access)),
  ];
  return (
    comment.public &&
    comment.author.kind !== 'app' &&
    (comment.author.kind === 'customer' || theirs.includes(comment.author.accountId))
  );
}
