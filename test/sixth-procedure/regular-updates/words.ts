// The internal comments about regular updates; a customer never sees them.
import { mention, type Paragraph, text } from '../../../src/core/command';
import { spellTime } from '../../../src/core/calendar/spell-time';
import type { AccountId } from '../../../src/core/ids';
import type { Instant } from '../../../src/core/instant';
import { nameOf } from '../../../src/core/people';
import { calendarOf, type Situation } from '../../../src/core/situation';

const to = (situation: Situation, person: AccountId | null, words: string): Paragraph[] => [
  [
    ...(person === null ? [] : [mention(person, nameOf(situation.people, person)), text(' ')]),
    text(words),
  ],
];

const spelled = (situation: Situation, since: Instant): string =>
  spellTime(since, calendarOf(situation, null).timeZone);

export const updateIsDue = (
  situation: Situation,
  person: AccountId | null,
  since: Instant,
): Paragraph[] =>
  to(
    situation,
    person,
    `the customer is owed an update: nothing public was written since ${spelled(situation, since)}. Reply to the customer, or put it off in the panel.`,
  );

export const updateIsLate = (
  situation: Situation,
  person: AccountId | null,
  since: Instant,
): Paragraph[] => {
  const { assignee } = situation.ticket;
  return to(
    situation,
    person,
    `the customer still waits for an update since ${spelled(situation, since)}; ${assignee === null ? 'the ticket is assigned to nobody' : `${assignee.name} was told`}.`,
  );
};
