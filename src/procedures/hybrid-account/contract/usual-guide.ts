// The integration guide of the SOP (HY-13, HY-14): what customers notice, what may be behind it, and the ticket that is raised.
export const usualGuide = [
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
];
