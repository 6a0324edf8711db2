// C6, C7: what shows that a customer has decided: a file of the ticket, a mail, or their own words in public.
import { type Because, because } from '../../core/because';

import { localDay, type Situation } from '../../core/situation';
import type { AccountId } from '../../core/ids';
import { nameOf, type Person } from '../../core/people';
import { changeRequestOf } from './account';
import { type ChangeRequest, type Evidence, gateOf, type Verdict } from './change-request';
import { type GateKey, gates, stepTitle } from './lifecycle';
import { takenFor } from '../../core/speaker';
import { rolesOf } from './may';
import { owedSince } from './standing';

const wrong = (text: string, field: string): Because => ({ ...because('C6', text), field });

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** People of the customer whom this ticket knows: the one it is for, its reporter, and those the account names (C8). */
const namedCustomers = (
  { ticket, account }: Situation,
  change: ChangeRequest | null,
): readonly AccountId[] =>
  [
    change?.content.customerRep,
    ticket.reporter?.accountId,
    ...(account.kind === 'known' ? (changeRequestOf(account.account).approvers ?? []) : []),
  ].filter((person): person is AccountId => person != null);

/** Is the author of a public comment somebody of the customer's? */
export const isCustomers = (
  situation: Situation,
  change: ChangeRequest | null,
  author: Person,
): boolean =>
  rolesOf(situation, author.accountId).length === 0 &&
  (takenFor(situation, { author, public: true }).speaker === 'customer' ||
    (change !== null && namedCustomers(situation, change).includes(author.accountId)));

/** Everybody of the customer's whom this ticket knows, those who spoke on it last. */
export function customersOf(
  situation: Situation,
  change: ChangeRequest | null,
): readonly AccountId[] {
  const spoke = situation.ticket.comments
    .filter((comment) => comment.public && isCustomers(situation, change, comment.author))
    .map(({ author }) => author.accountId);
  return [...new Set([...namedCustomers(situation, change), ...spoke])];
}

/** Whose decision evidence shows, as account and as address: two that share one are of the same person. */
export function decidersOf({
  via,
  by,
  evidence,
}: Pick<Verdict, 'via' | 'by' | 'evidence'>): string[] {
  if (via !== 'recorded' || evidence === null) return [by];
  return evidence.kind === 'comment'
    ? [evidence.author]
    : [...(evidence.person == null ? [] : [evidence.person]), folded(evidence.address)];
}

const folded = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/** The same mail, file or comment, whatever was typed around it. */
const sameEvidence = (one: Evidence, other: Evidence): boolean => {
  const idOf = (evidence: Evidence): string => {
    switch (evidence.kind) {
      case 'attachment':
        return evidence.id;
      case 'mail':
        return folded(evidence.messageId).replace(/^<|>$/gu, '');
      case 'comment':
        return `${evidence.comment}`;
    }
  };
  return one.kind === other.kind && idOf(one) === idOf(other);
};

/** C6: what shows one decision shows no other. */
function usedBefore(change: ChangeRequest, evidence: Evidence): GateKey | null {
  const used = gates.find(({ key }) => {
    const { approvals, past } = gateOf(change, key);
    return [...past, ...approvals].some(
      (verdict) => verdict.evidence !== null && sameEvidence(verdict.evidence, evidence),
    );
  });
  return used?.key ?? null;
}

const fieldOfEvidence = {
  attachment: 'evidence.id',
  mail: 'evidence.messageId',
  comment: 'evidence.comment',
} as const;

/** Why this shows nothing; null when it does. */
export function whyNotEvidence(
  situation: Situation,
  change: ChangeRequest,
  gate: GateKey,
  evidence: Evidence,
): Because | null {
  const asked = owedSince(change, gate);
  const used = usedBefore(change, evidence);
  if (used !== null)
    return wrong(
      `It is recorded already, for ${stepTitle(used)}. One mail, file or comment counts once.`,
      fieldOfEvidence[evidence.kind],
    );
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
  return evidence.at !== undefined && evidence.at < asked
    ? wrong('The file is older than the question. Attach what answers it.', 'evidence.id')
    : null;
}

/**
 * C7, C8: every check of the customer's own decision holds for one that is recorded for them.
 * @param needed how many people have to agree
 */
export function whyNotTheirs(
  situation: Situation,
  change: ChangeRequest,
  evidence: Evidence,
  needed: number,
): Because | null {
  const { account, people } = situation;
  const named = account.kind === 'known' ? (changeRequestOf(account.account).approvers ?? []) : [];
  const person = evidence.kind === 'comment' ? evidence.author : (evidence.person ?? null);
  const field = evidence.kind === 'comment' ? 'evidence.comment' : 'evidence.person';
  if (person === null)
    return named.length > 0 || needed > 1
      ? {
          ...because('C8', 'Say who of the customer decided: not everybody may, or nobody twice.'),
          field,
        }
      : null;
  if (named.length > 0 && !named.includes(person))
    return {
      ...because(
        'C8',
        `${nameOf(people, person)} is not one of the people whom the customer has named for decisions on change requests.`,
      ),
      field,
    };
  return evidence.kind === 'comment' || customersOf(situation, change).includes(person)
    ? null
    : { ...because('C7', 'Name somebody of the customer’s whom this ticket knows.'), field };
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
