import { type SiteIssue } from '../../jira/site';
import { email } from './people';

/** What waits in Employee Benefits Help. */
export const benefitsTickets: readonly SiteIssue[] = [
  {
    project: 'EBH',
    requestType: 'Payroll export problem',
    summary: 'Dental deductions missing from the February export',
    description:
      'The export we sent to payroll on Friday has no dental deductions for 42 employees. The medical ones are there.\nPayday is Thursday, so we need a corrected file by Wednesday noon.',
    reporter: email('Nora Quist'),
    organizations: ['Northwind Credit Union'],
    assignee: email('Ben Ito'),
    priority: 'High',
    minutesAgo: 1_230,
    comments: [
      {
        author: email('Ben Ito'),
        text: 'Thank you, Nora. I can see the 42 people. I am checking which plan year the export used.',
        minutesAgo: 1_170,
      },
      {
        author: email('Ben Ito'),
        text: 'The dental plan was moved to a new carrier on 1 February. The contract terms decide who pays for the gap, which support cannot promise.',
        internal: true,
        minutesAgo: 1_140,
      },
      {
        author: email('Nora Quist'),
        text: 'Any news? Our payroll provider closes the file on Wednesday at noon.',
        minutesAgo: 95,
      },
    ],
  },
  {
    project: 'EBH',
    requestType: 'Enrollment problem',
    summary: 'New hires cannot see the family plan',
    description:
      'Three people who started on 23 February only see the single plan when they enroll. Their window closes this Friday.',
    reporter: email('Rosa Lind'),
    organizations: ['Birch Federal Credit Union'],
    assignee: email('Lin Chen'),
    priority: 'Medium',
    status: 'In Progress',
    minutesAgo: 2_900,
    comments: [
      {
        author: email('Lin Chen'),
        text: 'I have reproduced this with a test employee and am looking at the eligibility rule.',
        minutesAgo: 2_700,
      },
    ],
  },
  {
    project: 'EBH',
    requestType: 'Benefits question',
    summary: 'Does the HSA contribution limit change in March?',
    description:
      'Two of our managers have read different numbers. Which limit does the system apply from March?',
    reporter: email('Paul Weber'),
    organizations: ['Alder Bank'],
    assignee: email('Sara Novak'),
    priority: 'Low',
    status: 'Waiting for Customer',
    minutesAgo: 5_800,
    comments: [
      {
        author: email('Sara Novak'),
        text: 'The system applies the limit of the calendar year, so nothing changes in March. Is it about a particular employee?',
        minutesAgo: 5_500,
      },
    ],
  },
  {
    project: 'EBH',
    requestType: 'Benefits question',
    summary: 'Open enrollment dates for both of our employers',
    description:
      'I look after benefits for Northwind and for Birch. Can the two enrollment windows be moved to the same week?',
    reporter: email('Sam Hart'),
    organizations: ['Northwind Credit Union', 'Birch Federal Credit Union'],
    assignee: email('Ben Ito'),
    priority: 'Medium',
    minutesAgo: 380,
  },
];
