import { type Site } from '../jira/site';
import { slas, supportQueues, supportStatuses, supportWorkflow } from './workflow';

/** One bare service desk: an administrator, an agent, a collaborator, a customer, and no tickets. */
export const empty = (): Site => ({
  name: 'Relay',
  timeZone: 'Etc/UTC',
  people: [
    {
      email: 'alex.kim@relay.example',
      displayName: 'Alex Kim',
      role: 'admin',
      title: 'Administrator',
    },
    { email: 'ben.ito@relay.example', displayName: 'Ben Ito', role: 'agent', title: 'Agent' },
    {
      email: 'maya.ortiz@relay.example',
      displayName: 'Maya Ortiz',
      role: 'collaborator',
      title: 'Account manager',
    },
    {
      email: 'nora.quist@relay.example',
      displayName: 'Nora Quist',
      role: 'customer',
      title: 'Customer',
    },
  ],
  organizations: [{ name: 'Northwind Credit Union', members: ['nora.quist@relay.example'] }],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  issueTypes: ['Service Request'],
  statuses: supportStatuses,
  fields: [
    { name: 'Account Manager', kind: 'user' },
    { name: 'Regional Manager', kind: 'user' },
  ],
  projects: [
    {
      key: 'HELP',
      name: 'Help',
      lead: 'alex.kim@relay.example',
      workflow: supportWorkflow('Help workflow'),
      issueTypes: ['Service Request'],
      requestTypes: [
        { name: 'Question', description: 'Ask us anything.', issueType: 'Service Request' },
      ],
      queues: supportQueues('HELP'),
      organizations: ['Northwind Credit Union'],
      customerReply: { to: 'Waiting for Support' },
      slas,
    },
  ],
});
