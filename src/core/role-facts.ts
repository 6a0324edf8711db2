import type { FactsOf } from './facts';
import { allRoles, peopleIn, roleNames } from './roles';

export const roleFacts: FactsOf = (settings, { person }) => {
  const fallback = settings.fallback.map(person);
  const held = allRoles.flatMap((role) => {
    const people = peopleIn(settings, role);
    return people.length === 0
      ? []
      : [
          {
            id: `role:${role}`,
            subject: `the role ${roleNames[role]}`,
            value: people.map(person).join(', then '),
            exactly: people.join(),
            absent: 'nobody',
          },
        ];
  });
  return [
    {
      id: 'roles',
      label: 'the roles',
      where: null,
      within: null,
      facts: [
        {
          id: 'fallback',
          subject: 'the fallback list',
          value: fallback.length === 0 ? 'nobody' : fallback.join(', then '),
          exactly: settings.fallback.join(),
        },
        ...held,
      ],
    },
  ];
};
