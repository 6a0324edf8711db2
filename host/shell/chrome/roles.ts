import { type Person } from '../data/people';

const roleNames: Readonly<Record<Person['role'], string>> = {
  admin: 'Administrator',
  agent: 'Agent',
  collaborator: 'Collaborator',
  manager: 'Manager',
  customer: 'Customer',
  app: 'App',
};

/** What the person is called; for customers that is whom they work for. */
export const titleOf = ({ title, role }: Person): string => title ?? roleNames[role];

/** What the person may do here, in one line. */
export function powersOf({ role }: Person): string {
  switch (role) {
    case 'admin':
      return 'sets everything up';
    case 'agent':
    case 'manager':
      return 'works tickets: replies, moves, assigns';
    case 'collaborator':
      return 'reads tickets and comments internally';
    case 'customer':
      return 'sees the portal only';
    case 'app':
      return 'an app';
  }
}

export interface PeopleGroup {
  readonly name: string;
  readonly people: readonly Person[];
}

const groups: readonly { readonly name: string; readonly has: (person: Person) => boolean }[] = [
  {
    name: 'Support agents',
    has: ({ role, title }) => role === 'agent' && !/manager|engineer/i.test(title ?? ''),
  },
  { name: 'Account managers', has: ({ title }) => /account manager/i.test(title ?? '') },
  {
    name: 'Regional managers and leadership',
    has: ({ role, title }) => role === 'manager' || /regional/i.test(title ?? ''),
  },
  { name: 'Customers', has: ({ role }) => role === 'customer' },
  { name: 'Administration, engineering and customer success', has: () => true },
];

/** Everybody once, in the first group that has them. */
export function groupPeople(people: readonly Person[]): readonly PeopleGroup[] {
  const left = new Set(people);
  return groups
    .map(({ name, has }) => {
      const members = [...left].filter(has);
      members.forEach((person) => left.delete(person));
      return { name, people: members };
    })
    .filter((group) => group.people.length > 0);
}

export const seesQueues = (person: Person | null): boolean =>
  person !== null && person.role !== 'customer';
export const isAgent = (person: Person): boolean =>
  person.role === 'agent' || person.role === 'manager' || person.role === 'admin';
/** Where this person starts the day. */
export const homeOf = (person: Person): 'portal' | 'dashboard' | 'queues' =>
  person.role === 'customer' ? 'portal' : isAgent(person) ? 'queues' : 'dashboard';
