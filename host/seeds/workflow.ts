import { type SiteTransition, type SiteWorkflow } from '../jira/site';

const open = [
  'Waiting for Support',
  'In Progress',
  'Waiting for Customer',
  'Waiting for Account Manager',
  'Waiting for Management',
] as const;

const names: Readonly<Record<(typeof open)[number], string>> = {
  'Waiting for Support': 'Back to support',
  'In Progress': 'Start progress',
  'Waiting for Customer': 'Respond to customer',
  'Waiting for Account Manager': 'Wait for account manager',
  'Waiting for Management': 'Escalate to management',
};

/** The statuses of the support queues, as a site has them. */
export const supportStatuses = [
  { name: 'Waiting for Support', category: 'new', description: 'The request waits for an agent.' },
  { name: 'In Progress', category: 'indeterminate', description: 'An agent works on the request.' },
  {
    name: 'Waiting for Customer',
    category: 'indeterminate',
    description: 'The customer has to answer.',
  },
  {
    name: 'Waiting for Account Manager',
    category: 'indeterminate',
    description: 'The account manager has to respond.',
  },
  {
    name: 'Waiting for Management',
    category: 'indeterminate',
    description: 'Escalated beyond the account manager.',
  },
  { name: 'Resolved', category: 'done', description: 'The customer may still reopen it.' },
  { name: 'Closed', category: 'done', description: 'Nothing more will happen.' },
] as const;

const resolve: SiteTransition = {
  name: 'Resolve this issue',
  from: open,
  to: 'Resolved',
  screen: ['Resolution', 'Assignee'],
  resolution: 'Done',
  customerName: 'Mark as resolved',
};

/** Any open status leads to any other; done ones can be reopened. */
export const supportWorkflow = (name: string): SiteWorkflow => ({
  name,
  initial: 'Waiting for Support',
  transitions: [
    ...open.map((to): SiteTransition => ({
      name: names[to],
      from: open.filter((from) => from !== to),
      to,
    })),
    resolve,
    { name: 'Close', from: [...open, 'Resolved'], to: 'Closed', resolution: 'Done' },
    {
      name: 'Reopen',
      from: ['Resolved', 'Closed'],
      to: 'Waiting for Support',
      resolution: null,
      customerName: 'Reopen',
    },
  ],
});

const notDone = 'statusCategory != Done';

/** What agents work from, in every support queue. */
export const supportQueues = (key: string): { name: string; jql: string }[] => {
  const inStatus = (status: string): { name: string; jql: string } => ({
    name: status,
    jql: `project = ${key} AND status = "${status}" ORDER BY priority DESC, created ASC`,
  });
  return [
    { name: 'All open', jql: `project = ${key} AND ${notDone} ORDER BY created DESC` },
    {
      name: 'Assigned to me',
      jql: `project = ${key} AND ${notDone} AND assignee = currentUser() ORDER BY priority DESC, created ASC`,
    },
    {
      name: 'Unassigned',
      jql: `project = ${key} AND ${notDone} AND assignee IS EMPTY ORDER BY created ASC`,
    },
    inStatus('Waiting for Support'),
    inStatus('Waiting for Customer'),
    inStatus('Waiting for Account Manager'),
    inStatus('Waiting for Management'),
    {
      name: 'Recently resolved',
      jql: `project = ${key} AND resolved >= -7d ORDER BY resolved DESC`,
    },
  ];
};

export const slas = [
  { name: 'Time to first response', goalHours: 4, stops: 'first-response' },
  { name: 'Time to resolution', goalHours: 72, stops: 'resolution' },
] as const;
