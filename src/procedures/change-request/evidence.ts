// C6, C7: what shows that a customer has decided: a file of the ticket, a mail, or their own words in public.
import { type Because, because } from '../../core/because';
import type { Person } from '../../core/people';
import { localDay, type Situation } from '../../core/situation';
import { takenFor } from '../../core/speaker';
import type { ChangeRequest, Evidence } from './change-request';
import { gateOf } from './change-request';
import type { GateKey } from './lifecycle';
import { rolesOf } from './may';

const wrong = (text: string, field: string): Because => ({ ...because('C6', text), field });

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Is the author of a public comment somebody of the customer's? */
export const isCustomers = (situation: Situation, change: ChangeRequest, author: Person): boolean =>
  rolesOf(situation, author.accountId).length === 0 &&
  (takenFor(situation, { author, public: true }).speaker === 'customer' ||
    change.content.customerRep === author.accountId);

/** Why this shows nothing; null when it does. */
export function whyNotEvidence(
  situation: Situation,
  change: ChangeRequest,
  gate: GateKey,
  evidence: Evidence,
): Because | null {
  const asked = gateOf(change, gate).asked?.at ?? change.stepSince;
  if (evidence.kind === 'comment') {
    const comment = situation.ticket.comments.find(({ id }) => id === evidence.comment);
    if (comment === undefined)
      return wrong('There is no such comment on this ticket.', 'evidence.comment');
    if (!comment.public)
      return wrong(
        'An internal comment shows nothing of the customer. Name a public one of theirs.',
        'evidence.comment',
      );
    if (!isCustomers(situation, change, comment.author))
      return wrong(
        `${comment.author.name} is not the customer. Name a comment of somebody of the customer’s.`,
        'evidence.comment',
      );
    return comment.at < asked
      ? wrong(
          'The comment is older than the question. Name one that answers it.',
          'evidence.comment',
        )
      : null;
  }
  if (!address.test(evidence.address))
    return wrong(
      'Give the address of the person who approved, such as name@company.example.',
      'evidence.address',
    );
  if (evidence.kind === 'mail') {
    if (evidence.messageId.trim().length < 5)
      return wrong(
        'Give the message id of the mail; the mail program shows it under "source" or "headers".',
        'evidence.messageId',
      );
    if (evidence.date > localDay(situation, situation.now))
      return wrong(`The mail is dated ${evidence.date}, which is still to come.`, 'evidence.date');
    const askedOn = localDay(situation, asked);
    return evidence.date < askedOn
      ? wrong(
          `The mail of ${evidence.date} is older than the question of ${askedOn}.`,
          'evidence.date',
        )
      : null;
  }
  return null;
}

/** A comment as it stands on the ticket, whatever the page said of it. */
export function asFound({ ticket }: Situation, evidence: Evidence): Evidence {
  if (evidence.kind !== 'comment') return evidence;
  const comment = ticket.comments.find(({ id }) => id === evidence.comment);
  return comment === undefined
    ? evidence
    : { ...evidence, author: comment.author.accountId, at: comment.at };
}

/** As people read it; a comment by the day where the queue works. */
export function evidenceWords(situation: Situation, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'attachment':
      return `file ${evidence.name}, from ${evidence.address}`;
    case 'mail':
      return `mail ${evidence.messageId} of ${evidence.date}, from ${evidence.address}`;
    case 'comment':
      return `public comment ${evidence.comment} of ${localDay(situation, evidence.at)}`;
  }
}
