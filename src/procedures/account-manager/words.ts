// What Account Relay writes into tickets. All of it is internal; customers never see a word of this (X7).
import type { OpenAsk } from './ask';
import { spellTime } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import { mention, type Paragraph, type Piece, strong, text } from '../../core/command';
import type { AccountId, StatusId } from '../../core/ids';
import type { Named } from '../../core/named';
import { nameOf } from '../../core/people';
import { calendarOf, type Situation } from '../../core/situation';

const tag = (situation: Situation, person: AccountId): Piece =>
  mention(person, nameOf(situation.people, person));

const due = (situation: Situation, ask: OpenAsk): string =>
  spellTime(ask.dueAt, calendarOf(situation, ask.holder).timeZone);

/** A note as paragraphs, one per line that is not empty. */
const lines = (note: string): Paragraph[] =>
  note
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [text(line)]);

const standingIn = (situation: Situation, ask: OpenAsk): Piece[] =>
  ask.standsInFor === null
    ? []
    : [text(` (standing in for ${nameOf(situation.people, ask.standsInFor)})`)];

/** AM-23, step 1: the account manager is tagged, with specific notes. */
export const requestWords = (situation: Situation, ask: OpenAsk): Paragraph[] => [
  [tag(situation, ask.holder), ...standingIn(situation, ask), text(': a response is needed here.')],
  ...whatIsAsked(situation, ask),
  [strong('Please answer by '), strong(due(situation, ask)), text(`. ${howToAnswer(situation)}`)],
];

/** AM-23: the note. Where the app posts it, with who asked; where there is none, whoever asked is asked for it. */
function whatIsAsked(situation: Situation, ask: OpenAsk): Paragraph[] {
  if (ask.how === 'panel') return lines(ask.note ?? '');
  const asker = nameOf(situation.people, ask.askedBy);
  if (ask.note !== null) return [[text(`${asker} asked:`)], ...lines(ask.note)];
  return ask.askedBy === null
    ? []
    : [
        [text(`${asker} set the status and has not said yet what is needed.`)],
        [tag(situation, ask.askedBy), text(': please add a note in the Account Relay panel.')],
      ];
}

/** A3: what counts as the response, by the reading of this queue. */
function howToAnswer({ queue }: Situation): string {
  switch (queue.readings.answer.from) {
    case 'any-comment':
      return 'Any comment of yours counts as the answer.';
    case 'internal-comment':
      return 'An internal comment of yours counts as the answer.';
    case 'button-only':
      return 'Answer with the button in the Account Relay panel; comments do not count.';
  }
}

/** AM-23: what is needed, said after the status was set without. */
export const noteWords = (situation: Situation, ask: OpenAsk): Paragraph[] => [
  [tag(situation, ask.holder), text(': this is what is needed.')],
  ...lines(ask.note ?? ''),
];

/** A12: the account is known by now, so whoever is asked hears who asked what. */
export const foundWords = (situation: Situation, ask: OpenAsk): Paragraph[] => [
  [
    tag(situation, ask.holder),
    ...standingIn(situation, ask),
    text(
      `: a response is needed here${ask.askedBy === null ? '' : `, asked for by ${nameOf(situation.people, ask.askedBy)}`}.`,
    ),
  ],
  ...lines(ask.note ?? ''),
  ...(ask.also ?? []).flatMap(({ by, note }) => [
    [text(`${nameOf(situation.people, by)} asked:`)],
    ...lines(note),
  ]),
  [strong('Please answer by '), strong(due(situation, ask)), text(`. ${howToAnswer(situation)}`)],
];

/** AM-21: whoever is above is tagged. */
export const escalationWords = (
  situation: Situation,
  ask: OpenAsk,
  silent: AccountId,
  reason: string,
): Paragraph[] => [
  [
    tag(situation, ask.holder),
    ...standingIn(situation, ask),
    text(
      `: this ticket waits for a response from ${nameOf(situation.people, silent)} and is now escalated to you.`,
    ),
  ],
  [text(reason)],
  ...(ask.note === null
    ? []
    : [[text(`${nameOf(situation.people, ask.askedBy)} asked:`)], ...lines(ask.note)]),
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
];

/** The holder is reminded before the due time, or daily after the last rung (A15). */
export const reminderWords = (situation: Situation, ask: OpenAsk): Paragraph[] => [
  [
    tag(situation, ask.holder),
    text(
      ask.dueAt > situation.now
        ? `: a reminder. Your response is due by ${due(situation, ask)}.`
        : `: a reminder. Your response was due by ${due(situation, ask)} and is still needed.`,
    ),
  ],
];

/** A18: the time is shorter than whoever is asked was told. */
export const soonerWords = (situation: Situation, ask: OpenAsk, priority: string): Paragraph[] => [
  [
    tag(situation, ask.holder),
    text(`: the priority of this ticket is ${priority} now, so your response is needed sooner.`),
  ],
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
];

/** A7: what had fallen due goes on: a last word to whoever is asked before it is escalated. */
export const againWords = (situation: Situation, ask: OpenAsk): Paragraph[] => [
  [tag(situation, ask.holder), text(': your response here is overdue and still needed.')],
  ...lines(ask.note ?? ''),
  [strong('Please answer by '), strong(due(situation, ask)), text('. After that it is escalated.')],
];

/** A7: where people escalate themselves, the agent is told that it is time. */
export const promptWords = (
  situation: Situation,
  ask: OpenAsk,
  agent: AccountId | null,
  next: string,
): Paragraph[] => [
  [
    ...(agent === null ? [] : [tag(situation, agent), text(': ')]),
    text(
      `${nameOf(situation.people, ask.holder)} has not responded by ${due(situation, ask)}. Escalate now to ask ${next}.`,
    ),
  ],
];

/** A14: somebody takes over from a person who cannot answer. */
export const handOverWords = (situation: Situation, ask: OpenAsk, reason: string): Paragraph[] => [
  [tag(situation, ask.holder), text(`: ${reason}`)],
  ...lines(ask.note ?? ''),
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
];

/** AM-06: whoever has the account now learns what was asked of the one before. */
export const newOwnerWords = (
  situation: Situation,
  ask: OpenAsk,
  account: string,
  before: AccountId,
): Paragraph[] => [
  [
    tag(situation, ask.holder),
    ...standingIn(situation, ask),
    text(
      `: ${account} has moved from ${nameOf(situation.people, before)} to you, and this request with it.`,
    ),
  ],
  ...(ask.note === null
    ? []
    : [[text(`Asked by ${nameOf(situation.people, ask.askedBy)}:`)], ...lines(ask.note)]),
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
];

/**
 * A5: support is told that the answer is there, and where the ticket is once this turn is done.
 * @param back where it was to go; null where it waits for something else anyway
 */
export const answeredWords = (
  c: Case,
  toWhom: readonly AccountId[],
  by: AccountId | null,
  back: Named<StatusId> | null,
): Paragraph[] => [
  [
    ...toWhom.flatMap((person, place) => [...(place === 0 ? [] : [text(' ')]), tag(c, person)]),
    text(`: ${nameOf(c.people, by)} has responded.`),
    ...(back === null ? [] : whereItIs(c, back)),
  ],
];

/** Another procedure may show its own status, and finished work ends the ticket: then it is not back. */
function whereItIs({ statusAfter, ticket }: Case, back: Named<StatusId>): Piece[] {
  if (statusAfter.id === back.id) return [text(` The ticket is back in ${back.name}.`)];
  return statusAfter.id === ticket.status.id
    ? []
    : [text(` The ticket is in ${statusAfter.name} now.`)];
}

/** AM-13: whoever was asked need not answer any more. */
export const overWords = (situation: Situation, ask: OpenAsk, why: string): Paragraph[] => [
  [tag(situation, ask.holder), text(`: your response here is not needed any more. ${why}`)],
];

/** AM-23: another question on what is asked already. */
export const questionWords = (situation: Situation, ask: OpenAsk, note: string): Paragraph[] => [
  [tag(situation, ask.holder), text(': something more is asked here.')],
  ...lines(note),
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
];

/** A17: the request moved; both hear of it. */
export const movedWords = (
  situation: Situation,
  ask: OpenAsk,
  before: AccountId,
  why: string,
): Paragraph[] => [
  [
    tag(situation, ask.holder),
    ...standingIn(situation, ask),
    text(
      `: a response is needed here${ask.askedBy === null ? '' : `, asked for by ${nameOf(situation.people, ask.askedBy)}`}. ${why}.`,
    ),
  ],
  ...lines(ask.note ?? ''),
  [strong('Please answer by '), strong(due(situation, ask)), text('.')],
  [tag(situation, before), text(': your response is not needed any more.')],
];

/** A10: the ladder ends without anybody above; support is told instead. */
export const noOneAboveWords = (
  situation: Situation,
  toWhom: AccountId | null,
  silent: AccountId,
): Paragraph[] => [
  [
    ...(toWhom === null ? [] : [tag(situation, toWhom), text(': ')]),
    text(
      `${nameOf(situation.people, silent)} has not responded in time, and nobody stands above on the ladder. ` +
        'An administrator can add people to the fallback list in the Account Relay settings.',
    ),
  ],
];
