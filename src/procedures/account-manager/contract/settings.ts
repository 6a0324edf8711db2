// What an organization may decide about account managers, beside where things are in Jira, entries and their ladders.
import type { Described, Option } from '../../../contract/settings-description';
import { agentWaitValues } from './waits';

/** An ambiguity of the SOP; the first answer is the usual one. */
const reading = (
  path: string,
  clause: string,
  question: string,
  options: readonly [Option, ...Option[]],
): Described & { readonly kind: 'choice' } => ({
  path: `readings.${path}`,
  label: question,
  subject: `"${question}"`,
  clause,
  kind: 'choice',
  options,
  usual: options[0].value,
});

/** How the ambiguous sentences of the SOP are read: the question, the answers, and what the SOP then says. */
export const readingValues: readonly Described[] = [
  reading('fillFields', 'A1', 'When are the manager fields filled?', [
    {
      value: 'when-asked',
      label: 'When an account manager is asked',
      sentence:
        'The manager fields are filled when an account manager is asked, and stay empty before.',
    },
    {
      value: 'on-create',
      label: 'As soon as the account is known',
      sentence:
        'The manager fields are filled as soon as the account of a ticket is known, although nobody is asked yet.',
    },
  ]),
  reading('answer.from', 'A3', 'What counts as the response?', [
    {
      value: 'any-comment',
      label: 'Any comment of somebody asked, or the answer button',
      sentence:
        'Any comment of somebody who was asked counts as the response, and so does the answer button.',
    },
    {
      value: 'internal-comment',
      label: 'An internal comment of somebody asked, or the answer button',
      sentence:
        'An internal comment of somebody who was asked counts as the response, and so does the answer button; a public one does not.',
    },
    {
      value: 'button-only',
      label: 'Only the answer button',
      sentence: 'Only the answer button counts as the response; comments do not.',
    },
  ]),
  {
    path: 'readings.answer.minLength',
    label: 'Shortest comment that counts',
    subject: 'the shortest comment that counts as a response',
    help: '0: any comment counts.',
    clause: 'A3',
    kind: 'number',
    unit: 'characters',
    min: 0,
    max: 500,
    usual: 0,
  },
  reading('shortPromise', 'A19', 'Does "I will look into it" count as the response?', [
    {
      value: 'offer-date',
      label: 'No; a date is offered instead',
      sentence:
        'A short comment that only promises to look into it is not the response: the request stays open, and a date is offered.',
    },
    {
      value: 'answer',
      label: 'Yes, wherever a comment counts',
      sentence:
        'A short comment that only promises to look into it counts as the response, wherever comments do.',
    },
  ]),
  reading('managementAnswer', 'A4', 'Who may answer once management is asked?', [
    {
      value: 'either',
      label: 'The account manager or management',
      sentence: 'Once management is asked, either the account manager or management may respond.',
    },
    {
      value: 'management-only',
      label: 'Only management',
      sentence: 'Once management is asked, only management may respond.',
    },
  ]),
  reading('statusAfterAnswer', 'A5', 'Which status does the ticket get after the response?', [
    {
      value: 'waiting-for-support',
      label: 'The support status',
      sentence:
        'After the response the status becomes {waiting-for-support}, and the assignee is told.',
    },
    {
      value: 'status-before',
      label: 'The status from before the request',
      sentence:
        'After the response the ticket gets the status it had before the request, and the assignee is told.',
    },
  ]),
  reading('fieldsAfterAnswer', 'A6', 'What becomes of the manager fields after the response?', [
    {
      value: 'keep',
      label: 'They stay, for history and reports',
      sentence: 'The manager fields stay filled after the response.',
    },
    {
      value: 'clear',
      label: 'They are emptied',
      sentence: 'The manager fields are emptied after the response.',
    },
  ]),
  reading('atDueTime', 'A7', 'What happens at the due time when nobody has responded?', [
    {
      value: 'escalate',
      label: 'The app escalates by itself',
      sentence:
        'Without a response by the due time the status becomes {waiting-for-management} by itself, and the next level is asked.',
    },
    {
      value: 'prompt',
      label: 'The agent is told to escalate',
      sentence:
        'Without a response by the due time the agent is told to escalate, and changes the status to {waiting-for-management} by hand.',
    },
    {
      value: 'shadow',
      label: 'Nothing; it is only written down',
      sentence:
        'Without a response by the due time nothing is done; the app only writes down that it would have escalated.',
    },
  ]),
  reading('clock', 'A8', 'In whose working time do response times run?', [
    {
      value: 'person',
      label: "The calendar of the person asked, else the queue's",
      sentence:
        "Response times run in the working time of the person asked; in this queue's where they have no calendar of their own.",
    },
    {
      value: 'queue',
      label: "The queue's calendar",
      sentence: "Response times run in this queue's working time, whoever is asked.",
    },
    {
      value: 'around-the-clock',
      label: 'Around the clock',
      sentence: 'Response times run day and night, on weekends and holidays too.',
    },
  ]),
  reading('afterCustomerReply', 'A9', 'How does a ticket come back after a customer has replied?', [
    {
      value: 'assisted',
      label: 'When support has answered, or says no answer is needed, or after a grace time',
      sentence:
        'When the customer replies meanwhile, support answers if required; then the status from before comes back by itself.',
    },
    {
      value: 'at-once',
      label: 'At once',
      sentence:
        'When the customer replies meanwhile, the status from before comes back at once; the ticket stays marked as replied and unanswered.',
    },
    {
      value: 'by-hand',
      label: 'By hand',
      sentence:
        'When the customer replies meanwhile, support answers if required and puts the ticket back by hand.',
    },
  ]),
  reading(
    'fieldWithoutAsk',
    'A11',
    'What if somebody fills the Account Manager field although nobody is asked?',
    [
      {
        value: 'warn',
        label: 'The ticket shows a warning',
        sentence:
          'Where the field {account-manager-field} is filled by hand although nobody is asked, the ticket shows a warning.',
      },
      {
        value: 'clear',
        label: 'The field is emptied',
        sentence:
          'Where the field {account-manager-field} is filled by hand although nobody is asked, it is emptied.',
      },
    ],
  ),
  reading('priority', 'A13', "What if the ticket's priority is not the one of the SOP?", [
    {
      value: 'suggest',
      label: "The agent's choice stands; the SOP's is suggested",
      sentence:
        'The priority of an SOP entry is suggested, and set where a ticket has none; where an agent chose another, theirs stands.',
    },
    {
      value: 'force',
      label: "The SOP's is set",
      sentence: 'The priority of an SOP entry is set whenever a response is requested for it.',
    },
  ]),
  reading(
    'fieldChanged',
    'A17',
    'What if the Account Manager field names somebody else while a response is open?',
    [
      {
        value: 'offer',
        label: 'The ticket offers to move the request',
        sentence:
          'Where the field {account-manager-field} is changed while somebody is asked, the ticket says so and offers to move the request to that person; the clock is kept.',
      },
      {
        value: 'at-once',
        label: 'The request moves at once',
        sentence:
          'Where the field {account-manager-field} is changed while somebody is asked, the request moves to that person at once; the clock is kept.',
      },
    ],
  ),
  reading('priorityRaised', 'A18', 'What if the priority is raised while a response is open?', [
    {
      value: 'shorten',
      label: 'The shorter time counts, from when they were asked',
      sentence:
        'When the priority is raised while somebody is asked, the shorter response time counts from when they were asked; a priority that is lowered changes nothing.',
    },
    {
      value: 'unchanged',
      label: 'The time stays as it is',
      sentence: 'A priority that is changed while somebody is asked leaves the due time as it is.',
    },
  ]),
  reading('afterLadder', 'A15', 'What happens when the last person on the ladder is silent too?', [
    {
      value: 'daily',
      label: 'They are reminded each working day',
      sentence:
        'When the last person on the ladder is silent too, they are reminded at the start of each working day.',
    },
    {
      value: 'silence',
      label: 'Nothing more',
      sentence: 'When the last person on the ladder is silent too, nothing more is sent.',
    },
  ]),
  reading(
    'whenOver',
    'AM-13',
    'How does whoever was asked learn that no answer is needed any more?',
    [
      {
        value: 'list',
        label: 'Their list and the ticket show it',
        sentence:
          'A request that is withdrawn, or ends with its ticket, leaves the list of whoever was asked; the ticket says why.',
      },
      {
        value: 'comment',
        label: 'They are told in an internal comment',
        sentence:
          'Whoever was asked is told in an internal comment when a request is withdrawn or ends with its ticket.',
      },
    ],
  ),
];

/** Numbers and words. */
export const boundValues: readonly Described[] = [
  {
    path: 'notes.minLength',
    label: 'Shortest note',
    subject: 'the shortest note',
    kind: 'number',
    unit: 'characters',
    min: 1,
    max: 500,
    usual: 10,
  },
  {
    path: 'notes.maxLength',
    label: 'Longest note',
    subject: 'the longest note',
    kind: 'number',
    unit: 'characters',
    min: 100,
    max: 5000,
    usual: 2000,
  },
  {
    path: 'promises.maxBusinessDays',
    label: 'Promised dates lie ahead at most',
    subject: 'the furthest promise',
    kind: 'number',
    unit: 'working days',
    min: 1,
    max: 30,
    usual: 5,
  },
  {
    path: 'promises.perAsk',
    label: 'Promises for one request',
    subject: 'promises for one request',
    help: '0: nobody may promise a date instead of an answer.',
    kind: 'number',
    unit: 'promises',
    min: 0,
    max: 5,
    usual: 1,
  },
  {
    path: 'times.graceMinutes',
    label: 'Least time to answer once told',
    subject: 'the least time to answer once told',
    help: 'When a due time moves to earlier, or somebody takes over, at least this is left to them.',
    clause: 'A18',
    kind: 'minutes',
    min: 5,
    max: 480,
    usual: 30,
  },
  {
    path: 'times.answerMinutes',
    label: 'Answer a question about what was asked for',
    subject: 'the time to answer a question about what was asked for',
    help: 'Whoever owes something may ask back; meanwhile its time stands still. It counts for questions from then on.',
    clause: 'AM-30',
    kind: 'minutes',
    min: 1,
    max: 4800,
    usual: 240,
  },
  {
    path: 'promises.longest',
    label: 'Longest comment that is only a promise',
    subject: 'the longest comment that is only a promise',
    help: 'A longer comment of somebody asked says more than "I will look into it", and counts as the response.',
    clause: 'A19',
    kind: 'number',
    unit: 'characters',
    min: 0,
    max: 500,
    usual: 120,
  },
  {
    path: 'customerReply.graceMinutes',
    label: 'Grace time after a customer’s reply',
    subject: "the grace time after a customer's reply",
    help: 'Until the ticket is put back although the customer was not answered.',
    clause: 'A9',
    kind: 'minutes',
    min: 1,
    max: 13440,
    usual: 120,
  },
  {
    path: 'replyWords',
    label: 'More words by which a mention asks for a reply',
    subject: 'the words that ask for a reply',
    help: 'One per line. Questions and usual requests in ten languages are understood anyway.',
    clause: 'A11',
    kind: 'lines',
    one: 'Reply word',
    longest: 255,
    most: 50,
    usual: [],
  },
  ...agentWaitValues,
];
