import { type SiteProject } from '../../jira/site';
import { slas } from '../workflow';
import { demoOrganizations, email } from './people';

/** Few statuses for the many steps of a change request, and the three of the account-manager SOP. */
export const changeStatuses = [
  { name: 'To Do', category: 'new', description: 'The change request is being prepared.' },
  {
    name: 'In Approval',
    category: 'indeterminate',
    description: 'Somebody of ours has to approve.',
  },
  { name: 'In Testing', category: 'indeterminate', description: 'It is being tested.' },
  { name: 'Done', category: 'done', description: 'It is live and signed off.' },
] as const;

const open = [
  'To Do',
  'In Approval',
  'In Progress',
  'In Testing',
  'Waiting for Customer',
  'Waiting for Support',
  'Waiting for Account Manager',
  'Waiting for Management',
] as const;

/** Where change requests go on once they have an issue of their own. */
export const changeProject: SiteProject = {
  key: 'CHG',
  name: 'Change Requests',
  description: 'Every change that has a cost, from the first request to the go-live sign-off.',
  lead: email('Alex Kim'),
  workflow: {
    name: 'CHG: change requests',
    initial: 'To Do',
    transitions: [
      ...open.map((to) => ({ name: to, from: open.filter((from) => from !== to), to })),
      { name: 'Done', from: open, to: 'Done', resolution: 'Done' },
      { name: 'Reopen', from: ['Done'], to: 'To Do', resolution: null },
    ],
  },
  issueTypes: ['Service Request', 'Task'],
  requestTypes: [
    {
      name: 'Change request',
      issueType: 'Service Request',
      description: 'Ask for something to work differently.',
      fields: [{ field: 'Description', required: true }],
    },
  ],
  queues: [
    { name: 'All open', jql: 'project = CHG AND statusCategory != Done ORDER BY created DESC' },
    {
      name: 'Waiting for the customer',
      jql: 'project = CHG AND status = "Waiting for Customer" ORDER BY created ASC',
    },
  ],
  organizations: demoOrganizations.map(({ name }) => name),
  customers: [email('Lee Moss')],
  customerReply: { to: 'Waiting for Support' },
  slas,
};
