// Each ambiguity of the SOP as an administrator sees it: the question, the answers to choose from, and the sentence that
// each of them writes into the SOP.
import type { QueuePolicy, StatusRole } from '../../../core/policy';
import type { Readings } from '../../../core/readings';

/** One of the ways to read a sentence of the SOP. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What the SOP then says, with the names of that queue. */
  readonly sentence: (queue: QueuePolicy) => string;
}

/** A sentence of the SOP that can be read in more than one way; the first choice is the default. */
export interface ReadingChoice {
  /** The path in {@link Readings}. */
  readonly path: string;
  readonly clause: string;
  readonly question: string;
  readonly of: (readings: Readings) => string;
  readonly choices: readonly [Choice, ...Choice[]];
}

const status = (queue: QueuePolicy, role: StatusRole): string => queue.statuses[role].name;
const choice = (value: string, label: string, sentence: Choice['sentence']): Choice => ({
  value,
  label,
  sentence,
});

export const readingChoices: readonly ReadingChoice[] = [
  {
    path: 'fillFields',
    clause: 'A1',
    question: 'When are the manager fields filled?',
    of: ({ fillFields }) => fillFields,
    choices: [
      choice(
        'when-asked',
        'When an account manager is asked',
        () =>
          'The manager fields are filled when an account manager is asked, and stay empty before.',
      ),
      choice(
        'on-create',
        'As soon as the account is known',
        () =>
          'The manager fields are filled as soon as the account of a ticket is known, although nobody is asked yet.',
      ),
    ],
  },
  {
    path: 'answer.from',
    clause: 'A3',
    question: 'What counts as the response?',
    of: ({ answer }) => answer.from,
    choices: [
      choice(
        'any-comment',
        'Any comment of somebody asked, or the answer button',
        () =>
          'Any comment of somebody who was asked counts as the response, and so does the answer button.',
      ),
      choice(
        'internal-comment',
        'An internal comment of somebody asked, or the answer button',
        () =>
          'An internal comment of somebody who was asked counts as the response, and so does the answer button; a public one does not.',
      ),
      choice(
        'button-only',
        'Only the answer button',
        () => 'Only the answer button counts as the response; comments do not.',
      ),
    ],
  },
  {
    path: 'managementAnswer',
    clause: 'A4',
    question: 'Who may answer once management is asked?',
    of: ({ managementAnswer }) => managementAnswer,
    choices: [
      choice(
        'either',
        'The account manager or management',
        () => 'Once management is asked, either the account manager or management may respond.',
      ),
      choice(
        'management-only',
        'Only management',
        () => 'Once management is asked, only management may respond.',
      ),
    ],
  },
  {
    path: 'statusAfterAnswer',
    clause: 'A5',
    question: 'Which status does the ticket get after the response?',
    of: ({ statusAfterAnswer }) => statusAfterAnswer,
    choices: [
      choice(
        'waiting-for-support',
        'The support status',
        (queue) =>
          `After the response the status becomes ${status(queue, 'waiting-for-support')}, and the assignee is told.`,
      ),
      choice(
        'status-before',
        'The status from before the request',
        () =>
          'After the response the ticket gets the status it had before the request, and the assignee is told.',
      ),
    ],
  },
  {
    path: 'fieldsAfterAnswer',
    clause: 'A6',
    question: 'What becomes of the manager fields after the response?',
    of: ({ fieldsAfterAnswer }) => fieldsAfterAnswer,
    choices: [
      choice(
        'keep',
        'They stay, for history and reports',
        () => 'The manager fields stay filled after the response.',
      ),
      choice(
        'clear',
        'They are emptied',
        () => 'The manager fields are emptied after the response.',
      ),
    ],
  },
  {
    path: 'atDueTime',
    clause: 'A7',
    question: 'What happens at the due time when nobody has responded?',
    of: ({ atDueTime }) => atDueTime,
    choices: [
      choice(
        'escalate',
        'The app escalates by itself',
        (queue) =>
          `Without a response by the due time the status becomes ${status(queue, 'waiting-for-management')} by itself, and the next level is asked.`,
      ),
      choice(
        'prompt',
        'The agent is told to escalate',
        (queue) =>
          `Without a response by the due time the agent is told to escalate, and changes the status to ${status(queue, 'waiting-for-management')} by hand.`,
      ),
      choice(
        'shadow',
        'Nothing; it is only written down',
        () =>
          'Without a response by the due time nothing is done; the app only writes down that it would have escalated.',
      ),
    ],
  },
  {
    path: 'clock',
    clause: 'A8',
    question: 'In whose working time do response times run?',
    of: ({ clock }) => clock,
    choices: [
      choice(
        'person',
        "The calendar of the person asked, else the queue's",
        () =>
          "Response times run in the working time of the person asked; in this queue's where they have no calendar of their own.",
      ),
      choice(
        'queue',
        "The queue's calendar",
        () => "Response times run in this queue's working time, whoever is asked.",
      ),
      choice(
        'around-the-clock',
        'Around the clock',
        () => 'Response times run day and night, on weekends and holidays too.',
      ),
    ],
  },
  {
    path: 'afterCustomerReply',
    clause: 'A9',
    question: 'How does a ticket come back after a customer has replied?',
    of: ({ afterCustomerReply }) => afterCustomerReply,
    choices: [
      choice(
        'assisted',
        'When support has answered, or says no answer is needed, or after a grace time',
        () =>
          'When the customer replies meanwhile, support answers if required; then the status from before comes back by itself.',
      ),
      choice(
        'at-once',
        'At once',
        () =>
          'When the customer replies meanwhile, the status from before comes back at once; the ticket stays marked as replied and unanswered.',
      ),
      choice(
        'by-hand',
        'By hand',
        () =>
          'When the customer replies meanwhile, support answers if required and puts the ticket back by hand.',
      ),
    ],
  },
  {
    path: 'fieldWithoutAsk',
    clause: 'A11',
    question: 'What if somebody fills the Account Manager field although nobody is asked?',
    of: ({ fieldWithoutAsk }) => fieldWithoutAsk,
    choices: [
      choice(
        'warn',
        'The ticket shows a warning',
        (queue) =>
          `Where the field ${queue.fields.accountManager.name} is filled by hand although nobody is asked, the ticket shows a warning.`,
      ),
      choice(
        'clear',
        'The field is emptied',
        (queue) =>
          `Where the field ${queue.fields.accountManager.name} is filled by hand although nobody is asked, it is emptied.`,
      ),
    ],
  },
  {
    path: 'priority',
    clause: 'A13',
    question: "What if the ticket's priority is not the one of the SOP?",
    of: ({ priority }) => priority,
    choices: [
      choice(
        'suggest',
        "The agent's choice stands; the SOP's is suggested",
        () =>
          'The priority of an SOP entry is suggested, and set where a ticket has none; where an agent chose another, theirs stands.',
      ),
      choice(
        'force',
        "The SOP's is set",
        () => 'The priority of an SOP entry is set whenever a response is requested for it.',
      ),
    ],
  },
  {
    path: 'afterLadder',
    clause: 'A15',
    question: 'What happens when the last person on the ladder is silent too?',
    of: ({ afterLadder }) => afterLadder,
    choices: [
      choice(
        'daily',
        'They are reminded each working day',
        () =>
          'When the last person on the ladder is silent too, they are reminded at the start of each working day.',
      ),
      choice(
        'silence',
        'Nothing more',
        () => 'When the last person on the ladder is silent too, nothing more is sent.',
      ),
    ],
  },
];

/** The choice that those readings make. */
export const chosenIn = (reading: ReadingChoice, readings: Readings): Choice =>
  reading.choices.find(({ value }) => value === reading.of(readings)) ?? reading.choices[0];
