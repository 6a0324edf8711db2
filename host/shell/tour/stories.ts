import { paths } from '../routing/paths';

export interface Step {
  /** What to do, and what to see. */
  readonly text: string;
  /** Who does it, by e-mail. */
  readonly as?: string;
  /** Where. */
  readonly at?: string;
}

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly steps: readonly Step[];
}

const address = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@relay.example`;

/** What to click through in the demo site, each in under two minutes. */
export const stories: readonly Story[] = [
  {
    id: 'silence',
    title: 'The account manager stays silent',
    about: 'An agent needs a response, nobody answers, and management takes over by itself.',
    steps: [
      {
        text: 'You are Ben Ito, an agent. Northwind needs an answer support cannot give. In the Account Relay panel at the right choose "Request response", pick "Payroll export is blocked", write what you need, and send it.',
        as: address('Ben Ito'),
        at: paths.ticket('EBH-3'),
      },
      {
        text: 'Maya Ortiz is tagged in an internal note, both manager fields are filled, and the ticket waits for her with a due time. Nobody answers: press "+1 h" twice in the bar below, until two business hours have passed.',
        as: address('Ben Ito'),
        at: paths.ticket('EBH-3'),
      },
      {
        text: 'The ticket is in "Waiting for Management" and Tom Reyes, the regional manager, was tagged once. You are Tom now: find it under "Waiting for me", choose "Answer" and write a line.',
        as: address('Tom Reyes'),
        at: paths.dashboard,
      },
      {
        text: 'Back as Ben: the ticket is with support again, Tom’s answer is an internal note, and the panel’s history says why each thing happened.',
        as: address('Ben Ito'),
        at: paths.ticket('EBH-3'),
      },
    ],
  },
  {
    id: 'both',
    title: 'One person is both managers',
    about:
      'Ruth Adler looks after Cedar Savings and is her own regional manager, so the fallback takes over.',
    steps: [
      {
        text: 'You are Lin Chen. Choose "Request response" in the panel, then "Integration is down", and send a note to Ruth Adler. What will happen names Victor Hale as regional manager, and why.',
        as: address('Lin Chen'),
        at: paths.ticket('SS-5'),
      },
      {
        text: 'Ruth is asked, and the field Regional Manager says Victor Hale. She has 30 business minutes: press "+1 h" in the bar below, and she stays silent.',
        as: address('Lin Chen'),
        at: paths.ticket('SS-5'),
      },
      {
        text: 'It did not go from Ruth to Ruth. You are Victor Hale now: the ticket is under "Escalated to me". Answer it, or promise a date with "By…".',
        as: address('Victor Hale'),
        at: paths.dashboard,
      },
    ],
  },
  {
    id: 'reply',
    title: 'The customer replies meanwhile',
    about:
      'A reply brings the ticket back to support, but the request to the account manager is not forgotten.',
    steps: [
      {
        text: 'You are Ben Ito. Choose "Request response" in the panel and send a note to Jonas Weber, the account manager of Birch.',
        as: address('Ben Ito'),
        at: paths.ticket('PTO-3'),
      },
      {
        text: 'You are Rosa Lind, the customer. You see nothing of the internal note. Write a reply and send it.',
        as: address('Rosa Lind'),
        at: paths.request('PTO-3'),
      },
      {
        text: 'Ben again: the ticket came back to support, and the panel says that the customer replied while the clock went on. Answer her, or choose "No reply needed, put back": it waits for Jonas again, with the same due time.',
        as: address('Ben Ito'),
        at: paths.ticket('PTO-3'),
      },
    ],
  },
];
