import { type SiteIssue } from '../../jira/site';
import { email } from './people';

/** What waits in Payroll and Time Off. */
export const payrollTickets: readonly SiteIssue[] = [
  {
    project: 'PTO',
    requestType: 'Time off balance is wrong',
    summary: 'Carry-over hours were granted twice',
    description:
      'About 120 employees got their carry-over on 1 January and again on 1 February. We have stopped approving time off.',
    reporter: email('Rosa Lind'),
    organizations: ['Birch Federal Credit Union'],
    assignee: email('Ben Ito'),
    priority: 'High',
    minutesAgo: 1_450,
    comments: [
      {
        author: email('Ben Ito'),
        text: 'I can confirm 118 people. Before we take hours away again, somebody at your side has to agree how it is told to them.',
        minutesAgo: 1_380,
      },
      {
        author: email('Aiko Tanaka'),
        text: 'The job ran twice because the policy was saved during its run. A correction is possible without a release.',
        internal: true,
        minutesAgo: 1_300,
      },
    ],
  },
  {
    project: 'PTO',
    requestType: 'Report request',
    summary: 'Monthly liability report by cost centre',
    description:
      'Our auditors ask for the accrued time off per cost centre at the end of each month, as a file.',
    reporter: email('Nora Quist'),
    organizations: ['Northwind Credit Union'],
    participants: [email('Felix Braun')],
    assignee: email('Lin Chen'),
    priority: 'Medium',
    minutesAgo: 4_300,
  },
  {
    project: 'PTO',
    requestType: 'Payroll question',
    summary: 'Which week does the leap day bonus belong to?',
    description:
      'The bonus was approved for the last day of February. We are not sure which pay run it is in.',
    reporter: email('Hugo Stein'),
    organizations: ['Cedar Savings'],
    assignee: email('Sara Novak'),
    priority: 'Low',
    status: 'Resolved',
    minutesAgo: 7_000,
    comments: [
      {
        author: email('Sara Novak'),
        text: 'It is in the run of 6 March, under "Other earnings".',
        minutesAgo: 6_800,
      },
    ],
  },
];
