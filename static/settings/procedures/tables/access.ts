import type { Option, Procedure } from '../describe';

const people: readonly Option[] = [
  { value: 'team-lead', label: 'The team lead' },
  { value: 'csm', label: 'The CSM' },
  { value: 'customer', label: 'The customer contact, through the CSM' },
];

const columns: readonly Option[] = [
  { value: 'customer', label: 'Customer' },
  { value: 'cid', label: 'CID' },
  { value: 'method', label: 'Method' },
  { value: 'request-date', label: 'Date of the request' },
  { value: 'status', label: 'Status' },
  { value: 'with', label: 'Who has it' },
  { value: 'attempts', label: 'Attempts' },
  { value: 'expected', label: 'Expected by' },
  { value: 'first-response', label: 'First response' },
  { value: 'created', label: 'Created' },
  { value: 'verified', label: 'Verified' },
  { value: 'next', label: 'Next step' },
  { value: 'remarks', label: 'Remarks' },
];

const ladder = (path: string, label: string, clause: string) =>
  ({
    path: `ladders.${path}`,
    label,
    clause,
    kind: 'list',
    one: 'Step',
    most: 6,
    blank: { to: 'team-lead', afterDays: 1 },
    help: 'Each step so many working days after the one before. At least one.',
    items: [
      { path: 'to', label: 'Who is told', kind: 'choice', options: people },
      { path: 'afterDays', label: 'After', kind: 'number', unit: 'working days', min: 0, max: 60 },
    ],
  }) as const;

export const access: Procedure = {
  id: 'access',
  title: 'Access requests of new engineers',
  intro:
    'Accounts that new engineers need at customers: who is written to, when nobody answers, and when personal data is deleted.',
  groups: [
    {
      title: 'Tickets and times',
      about: 'request types, how long customers have',
      fields: [
        {
          path: 'requestTypes',
          label: 'Request types of access requests',
          help: 'The panel offers access requests on tickets of these types only.',
          kind: 'pick-some',
          from: 'request-types',
          nothing: 'None: access requests are offered on no ticket',
        },
        {
          path: 'timelineDays',
          label: 'Expected timeline',
          help: 'Where the customer states none.',
          clause: 'E4',
          kind: 'number',
          unit: 'working days',
          min: 1,
          max: 120,
          usual: 10,
        },
        {
          path: 'firstResponseDays',
          label: 'Time for a first response',
          help: 'Where the customer states none.',
          clause: 'E4',
          kind: 'number',
          unit: 'working days',
          min: 1,
          max: 60,
          usual: 3,
        },
        {
          path: 'samplesNeeded',
          label: 'Past requests needed for a forecast',
          help: 'From so many requests of a customer on, their own pace counts for more than what they state.',
          kind: 'number',
          unit: 'requests',
          min: 1,
          max: 50,
          usual: 5,
        },
        {
          path: 'overrideGate',
          label: 'A team lead may send before the two conditions hold, with a reason',
          clause: 'E5',
          kind: 'yes-no',
          usual: false,
        },
        {
          path: 'purgeAfterDays',
          label: 'Personal data is deleted',
          help: 'Counted from when the last request of the ticket is closed.',
          clause: 'EA-24',
          kind: 'number',
          unit: 'days later',
          min: 1,
          max: 300,
          usual: 30,
        },
      ],
    },
    {
      title: 'Who is told when it does not go on',
      about: 'three ladders',
      fields: [
        ladder('no-response', 'Where the customer does not respond', 'EA-16'),
        ladder('late', 'Where the account is late', 'EA-17'),
        ladder('not-functional', 'Where the account does not work', 'EA-13'),
      ],
    },
    {
      title: 'The standard letter',
      about: 'subject, text, copies',
      fields: [
        {
          path: 'letter.subject',
          label: 'Subject',
          clause: 'EA-09',
          kind: 'text',
          longest: 200,
          wide: true,
        },
        {
          path: 'letter.body',
          label: 'Text',
          clause: 'EA-11',
          kind: 'long-text',
          longest: 5000,
          help: 'Filled in for each engineer: {{engineer.name}}, {{engineer.email}}, {{engineer.phone}}, {{customer.name}}, {{employment.start}}, {{work.start}}, {{team.lead}}. A line that names something the customer does not need is left out.',
        },
        {
          path: 'cc.engineer',
          label: 'The engineer gets a copy',
          clause: 'E6',
          kind: 'yes-no',
          usual: true,
        },
        { path: 'cc.csm', label: 'The CSM gets a copy', clause: 'E6', kind: 'yes-no', usual: true },
        {
          path: 'cc.sme',
          label: 'The subject matter expert gets a copy',
          clause: 'E6',
          kind: 'yes-no',
          usual: false,
        },
      ],
    },
    {
      title: 'The follow-up sheet',
      about: 'columns, in their order',
      fields: [
        {
          path: 'sheet',
          label: 'Columns',
          clause: 'EA-12',
          kind: 'list',
          one: 'Column',
          most: 20,
          blank: { column: 'remarks', title: '' },
          help: 'CID and Status are needed, so that an edited sheet can be read back.',
          items: [
            { path: 'column', label: 'Shows', kind: 'choice', options: columns },
            { path: 'title', label: 'Heading', kind: 'text', longest: 60 },
          ],
        },
      ],
    },
  ],
};
