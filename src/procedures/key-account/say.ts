// Small words that several rules of key accounts share.
import { rememberHappening } from './effects';
import { type Because, because } from '../../core/because';
import type { LocalDate } from '../../core/calendar/local-time';
import type { Case } from '../../core/case';
import { tagged } from '../../core/clock';
import { mention, type Piece, text } from '../../core/command';
import { meant, present, type Present } from '../../core/party';
import { nameOf } from '../../core/people';
import type { Role } from '../../core/roles';
import type { AccountId, Cid } from '../../core/ids';
import { localDay, type Situation } from '../../core/situation';
import type { Happening, What } from './happening';
import { emptyKeyPart, happeningId, type KeyAccountPart, keyPartOf, saveKeyPart } from './key-part';

/** A refusal that is about one part of what a person entered. */
export const wrong = (clause: string, text: string, field: string): Because => ({
  ...because(clause, text),
  field,
});

export const partOf = (c: Case): KeyAccountPart => keyPartOf(c.ledger) ?? emptyKeyPart;

export const keep = (c: Case, change: Partial<KeyAccountPart>): void =>
  saveKeyPart(c, { ...partOf(c), ...change });

/** Tags people; a stand-in with whose place they take. */
export const tags = ({ people }: Situation, asked: readonly Present[]): Piece[] =>
  tagged(asked).flatMap(({ person, standsInFor }): Piece[] => [
    mention(person, nameOf(people, person)),
    text(standsInFor === undefined ? ' ' : ` (for ${nameOf(people, standsInFor)}) `),
  ]);

/** The people of a role who are there, or stand in, tagged. */
export const tagRole = (situation: Situation, role: Role): Piece[] =>
  tags(situation, present(situation, meant(situation, { of: role })));

/** The day it is for the queue. */
export const today = (situation: Situation): LocalDate => localDay(situation, situation.now);

/** Counts something for the week and the month. It is written by an effect, so that it is written once whatever fails. */
export function count(c: Case, by: AccountId | null, cid: Cid | null, what: What): void {
  const happened = partOf(c).happened + 1;
  keep(c, { happened });
  const { ticket, now } = c;
  const happening: Happening = {
    id: happeningId(ticket.issueId, happened),
    at: now,
    day: today(c),
    cid,
    issueId: ticket.issueId,
    key: ticket.key,
    by,
    what,
  };
  c.want({
    command: rememberHappening.command({ happening }),
    actor: null,
    clause: 'KA-05',
  });
}
