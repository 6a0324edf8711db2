import { type SiteProject, type SiteRequestType } from '../../jira/site';
import { slas, supportQueues, supportWorkflow } from '../workflow';
import { changeProject } from './change-requests';
import { demoOrganizations, email } from './people';

const describe = [{ field: 'Description', required: true }];

const requestType = (name: string, issueType: string, description: string): SiteRequestType => ({
  name,
  issueType,
  description,
  fields: describe,
});

const queue = (
  key: string,
  name: string,
  description: string,
  requestTypes: readonly SiteRequestType[],
): SiteProject => ({
  key,
  name,
  description,
  lead: email('Alex Kim'),
  workflow: supportWorkflow(`${key}: support workflow`),
  issueTypes: ['Service Request', 'Incident', 'Question', 'Task'],
  requestTypes,
  queues: supportQueues(key),
  organizations: demoOrganizations.map(({ name: organization }) => organization),
  customers: [email('Lee Moss')],
  customerReply: { to: 'Waiting for Support' },
  slas,
});

/** The queues of the SOPs. */
export const demoProjects: readonly SiteProject[] = [
  queue('EBH', 'Employee Benefits Help', 'Benefits, enrollment and deductions.', [
    requestType(
      'Benefits question',
      'Question',
      'Ask how a plan, a contribution or a deadline works.',
    ),
    requestType(
      'Enrollment problem',
      'Incident',
      'Somebody cannot enroll, or was enrolled wrongly.',
    ),
    requestType(
      'Payroll export problem',
      'Incident',
      'The deductions in the payroll export are wrong or missing.',
    ),
    requestType('Change request', 'Service Request', 'Ask for something to work differently.'),
  ]),
  queue('SS', 'Software Support', 'The product itself.', [
    requestType('Bug report', 'Incident', 'Something does not work as it should.'),
    requestType('How-to question', 'Question', 'Ask how something is done.'),
    requestType(
      'Integration problem',
      'Incident',
      'An import, an export or a single sign-on fails.',
    ),
    requestType('Change request', 'Service Request', 'Ask for something to work differently.'),
  ]),
  queue('PTO', 'Payroll and Time Off', 'Pay runs, time off and reports.', [
    requestType(
      'Time off balance is wrong',
      'Incident',
      'An accrual or a balance does not add up.',
    ),
    requestType('Payroll question', 'Question', 'Ask about a pay run, a deduction or a tax form.'),
    requestType('Report request', 'Service Request', 'Ask for a report, or for a change to one.'),
  ]),
  queue('OPS', 'Team Operations', 'What the team itself needs: new colleagues and new accounts.', [
    requestType(
      'Access for a new engineer',
      'Service Request',
      'A new engineer needs accounts at customers.',
    ),
    requestType(
      'Hybrid onboarding',
      'Service Request',
      'An account shared by two departments comes aboard.',
    ),
    requestType(
      'Integration ticket',
      'Incident',
      'Something for the integrations team to look into.',
    ),
    requestType(
      'Key account list',
      'Service Request',
      'An account shall become a key account, or be one no longer.',
    ),
    requestType('Release', 'Task', 'The documentation of one release to a key account.'),
    requestType(
      'Escalation',
      'Incident',
      'A quality issue of a key account, for immediate resolution.',
    ),
    requestType('Month-end summary', 'Task', 'The end-of-month document is brought up to date.'),
    requestType(
      'Account for our engineer',
      'Service Request',
      'A new engineer of ours needs an account with you.',
    ),
  ]),
  changeProject,
];
