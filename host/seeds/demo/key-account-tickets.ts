import { type SiteIssue } from '../../jira/site';
import { email } from './people';

/** What waits for the two customers that are key accounts. */
export const keyAccountTickets: readonly SiteIssue[] = [
  {
    project: 'SS',
    requestType: 'Bug report',
    summary: 'Loan documents of two branches are mixed up',
    description:
      'Since Friday the documents of the Elm Street and the Market Square branch appear in one list.',
    reporter: email('Ida Moen'),
    organizations: ['Elm Street Bank'],
    assignee: email('Sara Novak'),
    priority: 'Medium',
    minutesAgo: 150,
  },
  {
    project: 'EBH',
    requestType: 'Payroll export problem',
    summary: 'The weekly file came an hour late',
    description: 'Our payroll run starts at six. The file was there at seven.',
    reporter: email('Karl Berg'),
    organizations: ['Fjord Credit Union'],
    assignee: email('Lin Chen'),
    priority: 'Low',
    minutesAgo: 350,
  },
];
