import { type SiteIssue } from '../../jira/site';
import { email } from './people';

/** What waits in Software Support. */
export const softwareTickets: readonly SiteIssue[] = [
  {
    project: 'SS',
    requestType: 'Integration problem',
    summary: 'Single sign-on fails for the Harbor Street branch',
    description:
      'Since this morning everybody at one branch gets "invalid audience" when they sign in. Other branches are fine.',
    reporter: email('Hugo Stein'),
    organizations: ['Cedar Savings'],
    assignee: email('Lin Chen'),
    priority: 'Highest',
    status: 'In Progress',
    minutesAgo: 210,
    comments: [
      {
        author: email('Lin Chen'),
        text: 'The branch signs in through its own identity provider, whose certificate was renewed last night. I need its new metadata.',
        minutesAgo: 170,
      },
      {
        author: email('Hugo Stein'),
        text: 'I have asked our network team for the metadata file.',
        minutesAgo: 120,
      },
    ],
  },
  {
    project: 'SS',
    requestType: 'Bug report',
    summary: 'Employee search is slow since the last release',
    description:
      'Searching for a name takes eight to ten seconds. Before the release it was instant.',
    reporter: email('Felix Braun'),
    organizations: ['Northwind Credit Union'],
    assignee: email('Sara Novak'),
    priority: 'Medium',
    minutesAgo: 1_600,
    comments: [
      {
        author: email('Marek Zielinski'),
        text: 'Known: the new index is not used for tenants of this size. A fix is in review.',
        internal: true,
        minutesAgo: 1_500,
      },
    ],
  },
  {
    project: 'SS',
    requestType: 'Change request',
    summary: 'Approve time sheets for a whole team at once',
    description:
      'Our supervisors approve sixty time sheets one by one. We would like a button for the whole team.',
    reporter: email('Paul Weber'),
    organizations: ['Alder Bank'],
    priority: 'Low',
    minutesAgo: 8_700,
  },
  {
    project: 'SS',
    requestType: 'How-to question',
    summary: 'How do we add a second approver?',
    description: 'We want requests over five days to be approved by two people.',
    reporter: email('Mia Falk'),
    organizations: ['Drift Harbor Bank'],
    assignee: email('Ben Ito'),
    priority: 'Medium',
    minutesAgo: 640,
  },
  {
    project: 'SS',
    requestType: 'How-to question',
    summary: 'Where can I download my own data?',
    description: 'I left my employer and would like a copy of what is stored about me.',
    reporter: email('Lee Moss'),
    assignee: email('Sara Novak'),
    priority: 'Lowest',
    minutesAgo: 3_100,
  },
];
