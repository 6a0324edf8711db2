import { type Site } from '../../jira/site';
import { supportStatuses } from '../workflow';
import { benefitsTickets } from './benefits-tickets';
import { changeStatuses } from './change-requests';
import { keyAccountTickets } from './key-account-tickets';
import { payrollTickets } from './payroll-tickets';
import { demoGroups, demoOrganizations, demoPeople } from './people';
import { demoProjects } from './projects';
import { softwareTickets } from './software-tickets';

/** A service desk at work: three queues, four account managers, five organizations and a dozen tickets. */
export const demo = (): Site => ({
  name: 'Relay',
  timeZone: 'America/New_York',
  people: demoPeople,
  groups: demoGroups,
  organizations: demoOrganizations,
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  issueTypes: ['Service Request', 'Incident', 'Question', 'Task'],
  statuses: [...supportStatuses, ...changeStatuses],
  fields: [
    {
      name: 'Account Manager',
      kind: 'user',
      description: 'Who looks after the customer. Filled when a response of theirs is required.',
    },
    { name: 'Regional Manager', kind: 'user', description: 'Whom the account manager answers to.' },
  ],
  projects: demoProjects,
  issues: [...benefitsTickets, ...softwareTickets, ...payrollTickets, ...keyAccountTickets].sort(
    (one, other) => (other.minutesAgo ?? 0) - (one.minutesAgo ?? 0),
  ),
});
