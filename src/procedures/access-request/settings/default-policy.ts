import type { AccessPolicy } from './policy';

/** What the SOP says where it says something, and the defaults of its ambiguities (E4 … E9) elsewhere. */
export const defaultAccessPolicy: AccessPolicy = {
  requestTypes: [],
  timelineDays: 10,
  firstResponseDays: 3,
  cc: { engineer: true, csm: true, sme: false },
  overrideGate: false,
  ladders: {
    'no-response': [{ to: 'team-lead', afterDays: 0 }],
    late: [
      { to: 'team-lead', afterDays: 0 },
      { to: 'csm', afterDays: 1 },
      { to: 'customer', afterDays: 2 },
    ],
    'not-functional': [{ to: 'team-lead', afterDays: 0 }],
  },
  purgeAfterDays: 30,
  samplesNeeded: 5,
  letter: {
    subject: 'Account request for a new engineer',
    body: [
      'Hello,',
      '',
      'please create an account for our new engineer.',
      'Name: {{engineer.name}}',
      'E-mail: {{engineer.email}}',
      'Contact number: {{engineer.phone}}',
      'Work at {{customer.name}} starts on: {{work.start}}',
      '',
      'Thank you,',
      '{{team.lead}}',
    ].join('\n'),
  },
  sheet: [
    { column: 'cid', title: 'CID' },
    { column: 'customer', title: 'Customer' },
    { column: 'method', title: 'Method' },
    { column: 'request-date', title: 'Request date' },
    { column: 'status', title: 'Status' },
    { column: 'with', title: 'With' },
    { column: 'expected', title: 'Expected' },
    { column: 'created', title: 'Created' },
    { column: 'verified', title: 'Verified' },
    { column: 'remarks', title: 'Remarks' },
  ],
};
