// A request that was raised for a customer in our own service desk is listened to (E3): a reply there is a response,
// and one that is resolved has an account, which the engineer then tests.
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { IssueId } from '../../core/ids';
import type { InRaised } from '../../core/procedure';
import type { Comment, Ticket } from '../../core/ticket';
import { type AccessRequest, type AccessRow, isClosed, withRow } from './access-request';
import { participantsOf } from './customer-access';
import { factsOf } from './customer-facts';
import { rowAfter } from './row-steps';
import { accessOf, save } from './state';
import { standTogether } from './together';

/** Requests at customers whose account is not there yet. */
export const heardBy = (request: AccessRequest | undefined): IssueId[] =>
  (request?.rows ?? []).flatMap((row) =>
    row.raised === null || isClosed(row) ? [] : [row.raised.issueId],
  );

export function accessOnRaised(c: Case, { ticket, at, comment, change }: InRaised): void {
  const request = accessOf(c.ledger);
  const row = request?.rows.find(({ raised }) => raised?.issueId === ticket.issueId);
  if (request === undefined || row === undefined) return;
  const { name } = factsOf(c, row.cid);
  const step =
    comment !== null && row.progress === 'sent' && isTheirs(c, row, { ticket, comment })
      ? 'acknowledged'
      : change?.field === 'status' && isResolvedBy(ticket, change.to) && isAwaited(row)
        ? 'created'
        : null;
  if (step === null) return;
  const after = rowAfter(row, name, step, null, at);
  if ('clause' in after) return;
  save(c, withRow(request, standTogether(c, request, after)));
  c.done(
    at,
    null,
    step === 'created' ? `${name} has set the account up` : `${name} has replied`,
    because(
      step === 'created' ? 'EA-13' : 'EA-16',
      step === 'created'
        ? `${ticket.key} was resolved. The engineer tests the access now.`
        : `Their reply is in ${ticket.key}. Nobody is reminded of one after it.`,
      { request: ticket.key },
    ),
  );
}

const isAwaited = ({ progress }: AccessRow): boolean =>
  progress === 'sent' || progress === 'acknowledged' || progress === 'not-functional';

/** Moved to where it is now, and that is an end. */
const isResolvedBy = ({ status }: Ticket, to: string | null): boolean =>
  status.done && to === status.id;

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
    (comment.author.kind === 'customer' || theirs.includes(comment.author.accountId))
  );
}
