import type { Option, Procedure } from '../describe';

/** The steps of the SOP, in its order. */
export const steps: readonly Option[] = [
  { value: 'classified', label: 'Classified' },
  { value: 'in-principle-client', label: 'In principle: customer' },
  { value: 'in-principle-internal', label: 'In principle: internal' },
  { value: 'requirement', label: 'Requirement' },
  { value: 'impact', label: 'Impact and effort' },
  { value: 'cost', label: 'Cost' },
  { value: 'internal-approval', label: 'Internal approval' },
  { value: 'customer-approval', label: 'Customer approval' },
  { value: 'issue', label: 'Change request created' },
  { value: 'due-date', label: 'Firm due date' },
  { value: 'interface', label: 'Interface document' },
  { value: 'interface-approval', label: 'Interface approval' },
  { value: 'development', label: 'Development' },
  { value: 'deployed-to-qa', label: 'Deployed to QA' },
  { value: 'qa', label: 'QA' },
  { value: 'deployed-to-integration', label: 'Deployed to Integration' },
  { value: 'uat', label: 'User acceptance test' },
  { value: 'deployed-to-production', label: 'Deployed to Production' },
  { value: 'go-live', label: 'Go-live sign-off' },
];

const status = (group: string, label: string) =>
  ({
    path: `statuses.${group}`,
    label,
    kind: 'pick',
    from: 'statuses',
    empty: 'Leave the status alone',
    none: undefined,
  }) as const;

export const changeRequests: Procedure = {
  id: 'changeRequests',
  title: 'Change requests',
  intro:
    'Changes that customers ask for, from the first word to the go-live, with every approval on the way.',
  groups: [
    {
      title: 'Tickets',
      about: 'request types, where the change request is created',
      fields: [
        {
          path: 'requestTypes',
          label: 'Request types of change requests',
          kind: 'pick-some',
          from: 'request-types',
          nothing: 'None: change requests are offered on every ticket',
        },
        {
          path: 'target',
          label: 'A change request gets an issue of its own',
          clause: 'C5',
          kind: 'together',
          blank: { project: '', requestType: '', linkType: 'Relates' },
          help: 'Otherwise the ticket itself becomes the change request.',
          fields: [
            {
              path: 'project',
              label: 'Project',
              help: 'It must be a queue that runs change requests, too.',
              kind: 'pick',
              from: 'queues',
            },
            {
              path: 'requestType',
              label: 'Request type there',
              help: 'Its name, as on the portal.',
              kind: 'text',
              longest: 255,
            },
            {
              path: 'linkType',
              label: 'Type of the link to the ticket',
              help: 'Its name in Jira, such as Relates.',
              kind: 'text',
              longest: 255,
            },
          ],
        },
        {
          path: 'vendor',
          label: 'What you are called towards yourselves',
          clause: 'C2',
          kind: 'text',
          longest: 60,
          usual: 'us',
        },
      ],
    },
    {
      title: 'Rules',
      about: 'approvals, costs, nudges',
      fields: [
        {
          path: 'clientApprovals',
          label: 'People of the customer who have to agree',
          clause: 'C8',
          kind: 'number',
          unit: 'people',
          min: 1,
          max: 10,
          usual: 1,
        },
        {
          path: 'costTolerancePercent',
          label: 'The cost may rise without a new approval by',
          clause: 'C11',
          kind: 'number',
          unit: '%',
          min: 0,
          max: 100,
          usual: 0,
        },
        {
          path: 'staleDays',
          label: 'The engineer is nudged after',
          help: 'Days in which nothing went on.',
          clause: 'C9',
          kind: 'number',
          unit: 'working days',
          min: 1,
          max: 60,
          usual: 3,
        },
        {
          path: 'skipWithReason',
          label: 'A gate may be skipped, with a reason',
          clause: 'C12',
          kind: 'yes-no',
          usual: false,
        },
      ],
    },
    {
      title: 'Statuses',
      about: 'which status each group of steps stands in',
      fields: [
        status('to-do', 'Being prepared'),
        status('in-approval', 'Waiting for an approval of yours'),
        status('in-progress', 'Being built'),
        status('in-testing', 'Being tested'),
        status('with-customer', 'Waiting for the customer'),
        status('done', 'Live and signed off'),
      ],
    },
    {
      title: 'Steps of your own',
      about: 'beside those of the SOP',
      fields: [
        {
          path: 'ownSteps',
          label: 'Steps',
          clause: 'V3',
          kind: 'list',
          one: 'Step',
          most: 20,
          key: 'key',
          blank: { key: '', after: 'requirement', title: '', customerTitle: null, owner: 'csm' },
          items: [
            { path: 'title', label: 'What it is called', kind: 'text', longest: 60 },
            { path: 'after', label: 'It comes after', kind: 'choice', options: steps },
            { path: 'owner', label: 'Who does it', kind: 'role' },
            {
              path: 'customerTitle',
              label: 'What the customer reads',
              kind: 'text',
              longest: 60,
              empty: 'Nothing: the step is internal',
            },
          ],
        },
      ],
    },
  ],
};
