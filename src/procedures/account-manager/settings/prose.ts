// The settings of the account-manager SOP read back as the SOP they are.
import { spellBusinessMinutes } from '../../../core/calendar/spell-time';
import { spellWeek } from '../../../core/calendar/spell-week';
import type { QueuePolicy, Rung, Settings, SopEntry } from '../../../core/policy';
import { listed, type Names, type ProsePart, quoted, type Sentence } from '../../../core/prose';
import { chosenIn, readingChoices, sentenceOf } from './reading-choices';

export const accountManagerProse: ProsePart = { forAll, forQueue };

function forAll({ fallback }: Settings, names: Names): Sentence[] {
  const say = (clause: string, text: string): Sentence => ({
    clause,
    text,
    queue: null,
    entry: null,
  });
  const [first, ...others] = fallback.map(names.person);
  return [
    say(
      'AM-01',
      'Agents reach account managers in the ticket. A contact by other means is recorded with its reason: management asked for it, or an individual SOP says so.',
    ),
    first === undefined
      ? say(
          'AM-09',
          'Nobody stands in for the regional manager where both managers are one person.',
        )
      : say(
          'AM-09',
          `Where account manager and regional manager are one person, ${first} takes the regional manager's place${others.length === 0 ? '' : `; where ${first} cannot, ${listed(others, 'or')}, in this order`}.`,
        ),
    say(
      'A14',
      'Whoever is away is represented by the delegate they named; whoever has left, by the regional manager, else by the fallback list. The ticket says so.',
    ),
  ];
}

function forQueue(settings: Settings, queue: QueuePolicy, names: Names): readonly Sentence[] {
  const say = (clause: string, text: string): Sentence => ({
    clause,
    text,
    queue: queue.projectId,
    entry: null,
  });
  const { fields, statuses, readings } = queue;
  const reading = (path: string): Sentence[] =>
    readingChoices
      .filter((one) => one.path === path)
      .map((one) => say(one.clause, sentenceOf(chosenIn(one, readings), queue)));
  const calendar = settings.calendars[queue.calendar];
  const waiting = statuses['waiting-for-account-manager'].name;
  const management = statuses['waiting-for-management'].name;
  return [
    say(
      'AM-07',
      `When an account manager is asked, the field ${fields.accountManager.name} gets the account manager of the ticket's organization and the field ${fields.regionalManager.name} its regional manager, both at once.`,
    ),
    ...reading('fillFields'),
    say('AM-11', 'An account manager who is only added as a watcher is not put into these fields.'),
    ...reading('fieldWithoutAsk'),
    ...reading('fieldChanged'),
    ...queue.accountRules.map(({ requestType, cid }) =>
      say(
        'A12',
        `A ticket of the type "${requestType}" whose organizations have no account belongs to ${names.account(cid)}.`,
      ),
    ),
    say('A12', 'Where the account is not clear, the agent is asked; it is never guessed.'),
    say(
      'AM-13',
      `The status is ${waiting} only while a response is required from the account manager.`,
    ),
    say(
      'AM-14',
      `The status is ${management} once the request has gone beyond the account manager: for lack of a response, or because leadership asks.`,
    ),
    say(
      'AM-16',
      `Priorities, highest first: ${listed(queue.priorities.map(({ name }) => name))}. Account managers work in this order.`,
    ),
    ...reading('priority'),
    ...reading('priorityRaised'),
    say(
      'AM-23',
      `A request tags the person in an internal note of ${queue.notes.minLength} to ${queue.notes.maxLength} characters that says what is needed.`,
    ),
    ...mentions(queue, say),
    ...reading('clock'),
    ...(calendar === undefined || readings.clock === 'around-the-clock'
      ? []
      : [
          say(
            'A8',
            `Working time here is the calendar "${calendar.name}": ${spellWeek(calendar)}, in ${calendar.timeZone}, except on ${calendar.holidays.length === 0 ? 'no days' : `${calendar.holidays.length} holidays`}.`,
          ),
        ]),
    ...reading('answer.from'),
    ...(readings.answer.minLength === 0
      ? []
      : [
          say(
            'A3',
            `A comment counts as the response from ${readings.answer.minLength} characters on.`,
          ),
        ]),
    ...(queue.promises.perAsk === 0
      ? [say('A8', 'Nobody may promise a later date instead of an answer.')]
      : [
          say(
            'A8',
            `Whoever is asked may promise an answer by a date, at most ${days(queue.promises.maxBusinessDays)} ahead, ${queue.promises.perAsk === 1 ? 'once' : `${queue.promises.perAsk} times`} for one request.`,
          ),
        ]),
    ...reading('shortPromise'),
    ...reading('whenOver'),
    ...reading('statusAfterAnswer'),
    ...reading('fieldsAfterAnswer'),
    ...reading('atDueTime'),
    ...reading('managementAnswer'),
    ...reading('afterLadder'),
    ...timesProse(queue, say),
    say('AM-28', 'A reply of the customer neither answers the request nor stops its clock.'),
    ...reading('afterCustomerReply'),
    ...(readings.afterCustomerReply === 'assisted'
      ? [
          say(
            'A9',
            `If nobody has answered the customer after ${within(queue, queue.customerReply.graceMinutes)}, the ticket is put back all the same and stays marked as unanswered.`,
          ),
        ]
      : []),
    ...queue.entries.flatMap((entry) => proseOfEntry(queue, entry)),
  ];
}

const timesProse = (
  queue: QueuePolicy,
  say: (clause: string, text: string) => Sentence,
): Sentence[] => {
  const { times, waits } = queue;
  const { chooseAccount, reply, sayWhat } = waits ?? {};
  return [
    ...(times === undefined
      ? []
      : [
          say(
            'A18',
            `Whoever takes over, or whose time is shortened, has at least ${within(queue, times.graceMinutes)} from when they are told.`,
          ),
          ...(times.answerMinutes === undefined
            ? []
            : [
                say(
                  'AM-30',
                  `Whoever asked for something answers a question about it within ${within(queue, times.answerMinutes)}; meanwhile its time stands still.`,
                ),
              ]),
        ]),
    ...(chooseAccount === undefined
      ? []
      : [
          say(
            'A12',
            `Where an account manager is looped in and the account is not clear, the assignee chooses it within ${within(queue, chooseAccount)}.`,
          ),
        ]),
    ...(sayWhat === undefined
      ? []
      : [
          say(
            'AM-23',
            `Whoever sets the status without a note says what is needed within ${within(queue, sayWhat)}; whoever tags somebody whom no rule asks says within that time whether it was a request.`,
          ),
        ]),
    ...(reply === undefined
      ? []
      : [
          say(
            'AM-26',
            `The assignee answers a customer who replies meanwhile within ${within(queue, reply)}.`,
          ),
        ]),
  ];
};

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

const mentions = (
  queue: QueuePolicy,
  say: (clause: string, text: string) => Sentence,
): Sentence[] => [
  say(
    'A11',
    `An internal mention of the account manager counts as a request where its words ask for a reply: with a question, a request${queue.replyWords.length === 0 ? '' : `, or with ${quoted(queue.replyWords, 'or')}`}. Thanks and notes for information ask for nothing; where it is not clear, the agent is asked.`,
  ),
];

/** Minutes in words; around the clock they are no business time. */
export function within(queue: QueuePolicy, minutes: number): string {
  const words = spellBusinessMinutes(minutes);
  return queue.readings.clock === 'around-the-clock' ? words.replace('business ', '') : words;
}

function proseOfEntry(queue: QueuePolicy, entry: SopEntry): Sentence[] {
  const say = (clause: string, text: string): Sentence => ({
    clause,
    text,
    queue: queue.projectId,
    entry: entry.id,
  });
  const when =
    entry.requestTypes.length === 0
      ? 'any request'
      : `requests of the type ${quoted(entry.requestTypes, 'or')}`;
  if (entry.mode === 'watch') {
    return [
      say(
        'AM-12',
        `"${entry.name}", for ${when}: the account manager is added as a watcher, for information only.`,
      ),
    ];
  }
  const priority = queue.priorities.find(({ id }) => id === entry.priority)?.name;
  return [
    say(
      'AM-12',
      `"${entry.name}", for ${when}: the account manager is tagged in an internal note and must respond.`,
    ),
    ...(entry.whoMayAsk === 'agents'
      ? []
      : [
          say(
            'AM-23',
            'Not only agents may ask for it, but everybody in the team who sees the ticket.',
          ),
        ]),
    ...(priority === undefined ? [] : [say('AM-16', `Its priority is ${priority}.`)]),
    ...entry.ladder.flatMap((rung, level) =>
      rungProse(queue, rung, level).map(({ clause, text }) => say(clause, text)),
    ),
  ];
}

/** Who a level asks, as the subject of a sentence. */
export const rungName = {
  'account-manager': 'the account manager',
  'regional-manager': 'the regional manager',
  fallback: 'the next on the fallback list',
} as const;

function rungProse(
  queue: QueuePolicy,
  rung: Rung,
  level: number,
): { clause: string; text: string }[] {
  const { default: usual, ...others } = rung.respondWithin;
  const byPriority = queue.priorities.flatMap(({ id, name }) =>
    others[id] === undefined ? [] : [`${within(queue, others[id])} at ${name}`],
  );
  const time = [within(queue, usual), ...byPriority].join(', ');
  const who = rungName[rung.to];
  const text =
    level === 0
      ? `T${who.slice(1)} responds within ${time}.`
      : `Without a response ${who} is asked, and responds within ${time}.`;
  const reminders = rung.remindBefore.map((minutes) => within(queue, minutes));
  return [
    { clause: level === 0 ? 'AM-19' : rung.to === 'regional-manager' ? 'AM-21' : 'A15', text },
    ...(reminders.length === 0
      ? []
      : [{ clause: 'A15', text: `A reminder goes out ${listed(reminders)} before that.` }]),
  ];
}
