import type { HybridPolicy } from './policy';

/**
 * What the SOP shows, and empty named slots for the steps that it leaves out (H1): a site writes its own there.
 */
export const defaultHybridPolicy: HybridPolicy = {
  productNames: {
    LMS: 'learning',
    'Learning Management System': 'learning',
    'CRED SOFT': 'credentialing-software',
    'Self-Managed Credentialing Software': 'credentialing-software',
    'CRED SERV': 'credentialing-service',
    'Fully-Managed Credentialing': 'credentialing-service',
    'Fully-Managed Credentialing Service': 'credentialing-service',
    FMC: 'credentialing-service',
  },
  project: null,
  requestType: null,
  integrationRequestType: null,
  becameHybrid: false,
  tasks: [
    {
      id: 'cs-ops-own',
      title: 'CS Operations: your own steps before the message',
      owner: 'cs-ops',
      kind: 'slot',
      opens: 'at-once',
      clause: 'HY-07',
    },
    {
      id: 'inform',
      title: 'Inform the other department about the new account',
      owner: 'cs-ops',
      kind: 'inform',
      opens: 'at-once',
      clause: 'HY-07',
    },
    {
      id: 'fmc-own',
      title: 'Fully-Managed Credentialing: your own steps after the message',
      owner: 'fmc-team-lead',
      kind: 'slot',
      opens: 'when-acknowledged',
      clause: 'HY-08',
    },
    {
      id: 'cs-call',
      title: 'Onboarding call of the CSM',
      owner: 'csm',
      kind: 'call',
      opens: 'at-once',
      clause: 'HY-09',
    },
    {
      id: 'fmc-call',
      title: 'Onboarding call of Fully-Managed Credentialing',
      owner: 'fmc-team-lead',
      kind: 'call',
      opens: 'when-acknowledged',
      clause: 'HY-09',
    },
    {
      id: 'object',
      title: 'Update the Onboarding Object',
      owner: 'both',
      kind: 'object',
      opens: 'when-both-called',
      clause: 'HY-10',
    },
    {
      id: 'sync',
      title: 'Hold the sync meeting',
      owner: 'both',
      kind: 'meeting',
      opens: 'when-both-called',
      clause: 'HY-05',
    },
  ],
  message:
    'New hybrid account: {{account}} is Closed Won (opportunity {{opportunity}}). Please start your onboarding and acknowledge in {{ticket}}.',
  channels: { departments: null, support: null },
  acknowledgeMinutes: 8 * 60,
  meeting: {
    minutes: 15,
    title: 'Sync meeting: {{account}}',
    agenda: 'Account expectations and takeaways of both onboarding calls.',
    withinDays: 3,
  },
  gapLadder: [
    { to: 'department', afterDays: 1 },
    { to: 'fallback', afterDays: 2 },
  ],
  questionMinutes: 8 * 60,
  symptoms: [
    {
      id: 'duplicated-users',
      title: 'Users appear duplicated in the Employee Center',
      causes: [
        'An admin creates users in the LMS while they also come over from the source platform (for example ADP or Paylocity).',
        'There is an error or an issue with the integration.',
        'The source platform is mishandled, or changes are made there that affect the integration.',
      ],
      summary: '{{account}}: users appear duplicated',
      description: 'Users of {{account}} appear duplicated in the Employee Center.',
    },
    {
      id: 'disappearing-users',
      title: 'Users start disappearing',
      causes: [],
      summary: '{{account}}: users disappear',
      description: 'Users of {{account}} disappear.',
    },
    {
      id: 'places',
      title: 'Locations, departments and positions are affected',
      causes: [],
      summary: '{{account}}: locations, departments or positions are wrong',
      description: 'Locations, departments or positions of {{account}} are affected.',
    },
    {
      id: 'statuses',
      title: 'Employee statuses are not reflected in the LMS',
      causes: [],
      summary: '{{account}}: employee statuses are not reflected',
      description:
        'Statuses such as Terminated, Prospect or Inactive are not reflected in the LMS for {{account}}.',
    },
  ],
};
