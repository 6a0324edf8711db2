// What the words on a ticket leave open is offered to people: a tag that may be a request (A11, S4), a promise that may be
// the answer (A19), a request without a question (AM-23).
import type { Actor } from '../../core/act';
import { asksOf, changeAsk, changeAsks, offerOf } from './asks';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Ledger } from '../../core/ledger';
import { nameOf } from '../../core/people';
import type { SopEntry } from '../../core/policy';
import type { Situation } from '../../core/situation';
import { answered, answerers } from './answer';
import { entryForHand, loopIn } from './by-hand';
import { accountKnown, agentsOnly, noteOutOfBounds, type WhyNot, whyNotAsk } from './may';
import { noteWords } from './words';

/** Under which entry a tag is taken up: the one that applies, else the first of the queue that asks for a response. */
export const entryOffered = (situation: Situation): SopEntry | null =>
  entryForHand(situation) ?? situation.queue.entries.find(({ mode }) => mode === 'tag') ?? null;

const nothingOffered = (ledger: Ledger): Because | null =>
  offerOf(ledger) === null
    ? because('A11', 'No tag waits here for somebody to say whether it is a request.', {})
    : null;

export const whyNotTakeUp: WhyNot = (ledger, situation, actor) => {
  const entry = entryOffered(situation);
  return (
    nothingOffered(ledger) ??
    (entry === null ? agentsOnly(actor) : whyNotAsk(entry, actor)) ??
    accountKnown(situation)
  );
};

export const whyNotSetAside: WhyNot = (ledger, _situation, actor) =>
  nothingOffered(ledger) ?? agentsOnly(actor);

/** "Request it now": the clock starts now, and the app tags whoever is asked, with what the comment said. */
export function takeUp(c: Case): Because | null {
  const offer = offerOf(c.ledger);
  const entry = entryOffered(c);
  if (offer === null) return null; // refused before
  if (entry === null)
    return because('A10', 'No SOP entry of this queue asks for a response.', {
      queue: c.queue.name,
    });
  changeAsks(c, { offer: null });
  loopIn(c, {
    how: 'mention',
    rung: offer.rung,
    by: offer.by,
    at: offer.at,
    found: c.now,
    note: offer.note,
    statusBefore: c.ticket.status,
    tagged: [offer.tagged],
    mentioned: offer.tagged,
    entryId: entry.id,
  });
  return null;
}

/** "No": the tag was no request. */
export function setAside(c: Case, actor: Actor): null {
  const offer = offerOf(c.ledger);
  if (offer === null) return null; // refused before
  changeAsks(c, { offer: null });
  c.done(
    c.now,
    actor.accountId,
    'The tag was not a request',
    because('A11', `${nameOf(c.people, actor.accountId)} says that the comment asks for nothing.`, {
      tagged: nameOf(c.people, offer.tagged),
    }),
  );
  return null;
}

export const whyNotAddNote: WhyNot = (ledger, _situation, actor) => {
  const { ask } = asksOf(ledger);
  if (ask === null || ask.note !== null)
    return because('AM-23', 'No request without a note is open here.', {});
  return ask.askedBy === actor.accountId ? null : agentsOnly(actor);
};

/** AM-23: "leave specific notes", where the status was set without. */
export function addNote(
  c: Case,
  actor: Actor,
  { note }: { readonly note: string },
): Because | null {
  const { ask } = asksOf(c.ledger);
  if (ask === null) return null; // refused before
  const vague = noteOutOfBounds(c, note);
  if (vague !== null) return vague;
  const changed = changeAsk(c, ask, { note });
  c.done(
    c.now,
    actor.accountId,
    'Note added to the request',
    because('AM-23', 'A request says what is needed.', {
      'asked of': nameOf(c.people, ask.holder),
    }),
  );
  c.announce(noteWords(c, changed), actor.accountId, 'AM-23', null);
  return null;
}

export const whyNotCountAsAnswer: WhyNot = (ledger, situation, actor) => {
  const { ask } = asksOf(ledger);
  if (ask?.promiseSaid == null)
    return because(
      'A19',
      'No comment here waits for somebody to say whether it is the answer.',
      {},
    );
  return answerers(situation, ask).includes(actor.accountId) ? null : agentsOnly(actor);
};

/** A19, A3: what read like a promise, or an earlier comment that was edited, was the answer. */
export function countAsAnswer(c: Case, actor: Actor): null {
  const { ask } = asksOf(c.ledger);
  if (ask?.promiseSaid == null) return null; // refused before
  answered(c, ask, ask.promiseSaid.by, c.now, {
    how: `${nameOf(c.people, actor.accountId)} says that the comment "${ask.promiseSaid.text}" was the answer`,
    tell: true,
  });
  return null;
}
