// The internal comments about regular updates; a customer never sees them.
import { mention, type Paragraph, text } from '../../../src/core/command';
import { spellTime } from '../../../src/core/calendar/spell-time';
import type { AccountId } from '../../../src/core/ids';
import type { Instant } from '../../../src/core/instant';
import { nameOf } from '../../../src/core/people';
import { calendarOf, type Situation } from '../../../src/core/situation';
import type { Updates } from './state';

const to = (situation: Situation, person: AccountId | null, words: string): Paragraph[] => [
  [
    ...(person === null ? [] : [mention(person, nameOf(situation.people, person)), text(' ')]),
    text(words),
  ],
];

/** Since when, and until when it was put off: what tells one time from the other where it is said again. */
function spelled(situation: Situation, { since, putOffUntil }: Updates): string {
  const at = (instant: Instant): string => spellTime(instant, calendarOf(situation, null).timeZone);
  return `${at(since)}${putOffUntil === null ? '' : `, and it was put off until ${at(putOffUntil)}`}`;
}

export const updateIsDue = (
  situation: Situation,
  person: AccountId | null,
  owed: Updates,
): Paragraph[] =>
  to(
    situation,
    person,
    `the customer is owed an update: nothing public was written since ${spelled(situation, owed)}. Reply to the customer, or put it off in the panel.`,
  );

export const updateIsLate = (
  situation: Situation,
  person: AccountId | null,
  owed: Updates,
): Paragraph[] => {
  const { assignee } = situation.ticket;
  return to(
    situation,
    person,
    `the customer still waits for an update since ${spelled(situation, owed)}; ${assignee === null ? 'the ticket is assigned to nobody' : `${assignee.name} was told`}.`,
  );
};
