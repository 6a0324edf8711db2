import { type SitePerson } from '../../jira/site';

/** `Nora Quist` has the address `nora.quist@relay.example`. */
export const email = (displayName: string): string =>
  `${displayName.toLowerCase().replace(/\s+/g, '.')}@relay.example`;

const people = (
  role: SitePerson['role'],
  title: string,
  ...names: readonly string[]
): SitePerson[] =>
  names.map((displayName) => ({ email: email(displayName), displayName, role, title }));

/** Everybody at the service desk and its customers. All of them are invented. */
export const demoPeople: readonly SitePerson[] = [
  ...people('admin', 'Administrator', 'Alex Kim'),
  ...people('agent', 'Support agent', 'Ben Ito', 'Lin Chen', 'Sara Novak'),
  // Most account managers are collaborators: they see the queues and comment internally, no more.
  ...people('collaborator', 'Account manager', 'Maya Ortiz', 'Owen Clarke', 'Ruth Adler'),
  ...people('agent', 'Account manager', 'Jonas Weber'),
  ...people('collaborator', 'Regional manager', 'Tom Reyes', 'Helena Brandt'),
  ...people('manager', 'Head of accounts', 'Victor Hale'),
  ...people('manager', 'Deputy head of accounts', 'Ines Duarte'),
  ...people('agent', 'Senior engineer', 'Marek Zielinski', 'Aiko Tanaka'),
  ...people('collaborator', 'Customer success manager', 'Dana Fox'),
  ...people('agent', 'Engineer', 'Tara Quinn', 'Pavel Orlov'),
  ...people('agent', 'Lead engineer', 'Lena Fischer'),
  ...people('agent', 'Engineering manager', 'Oscar Dahl'),
  ...people('manager', 'ISD manager', 'Ada Sandoval'),
  ...people('agent', 'Operations Management', 'Olga Petrov'),
  ...people('agent', 'Team lead', 'Greta Holm'),
  ...people('agent', 'New engineer', 'Sami Lund'),
  ...people('agent', 'Internal IT', 'Ivan Reed'),
  ...people('agent', 'CS Operations', 'Noor Haddad'),
  ...people('agent', 'Team lead of Fully-Managed Credentialing', 'Petra Vance'),
  // Change requests: who sells, builds, deploys, tests and approves them.
  ...people('collaborator', 'Sales representative', 'Leo Sander'),
  ...people('agent', 'Integration lead', 'Elif Kaya'),
  ...people('agent', 'Integration engineer', 'Kofi Mensah'),
  ...people('agent', 'DevOps', 'Luca Moretti'),
  ...people('agent', 'QA', 'Hana Sato'),
  ...people('manager', 'Head of delivery', 'Priya Nair'),
  ...people('collaborator', 'Finance', 'Rui Costa', 'Vera Lang'),
  ...people('collaborator', 'Delivery office', 'Nils Berg'),
  ...people('customer', 'Northwind Credit Union', 'Nora Quist', 'Felix Braun'),
  ...people('customer', 'Alder Bank', 'Paul Weber'),
  ...people('customer', 'Birch Federal Credit Union', 'Rosa Lind'),
  ...people('customer', 'Cedar Savings', 'Hugo Stein'),
  ...people('customer', 'Northwind and Birch', 'Sam Hart'),
  ...people('customer', 'Drift Harbor Bank', 'Mia Falk'),
  ...people('customer', 'Elm Street Bank', 'Ida Moen'),
  ...people('customer', 'Fjord Credit Union', 'Karl Berg'),
  ...people('customer', 'No organization', 'Lee Moss'),
  // They use Jira elsewhere: their accounts look like everybody's, and here they are customers all the same.
  ...people('customer', 'Northwind Credit Union', 'Ada Winter').map((person) => ({
    ...person,
    atlassianAccount: true,
  })),
];

const members = (...names: readonly string[]): string[] => names.map(email);

/** Ada Winter has an Atlassian account. Sam Hart belongs to two organizations, Lee Moss to none; nobody knows an account for Drift Harbor Bank. */
export const demoOrganizations = [
  {
    name: 'Northwind Credit Union',
    members: members('Nora Quist', 'Felix Braun', 'Sam Hart', 'Ada Winter'),
  },
  { name: 'Alder Bank', members: members('Paul Weber') },
  { name: 'Birch Federal Credit Union', members: members('Rosa Lind', 'Sam Hart') },
  { name: 'Cedar Savings', members: members('Hugo Stein') },
  { name: 'Drift Harbor Bank', members: members('Mia Falk') },
  { name: 'Elm Street Bank', members: members('Ida Moen') },
  { name: 'Fjord Credit Union', members: members('Karl Berg') },
];

export const demoGroups = [
  {
    name: 'account-managers',
    members: members('Maya Ortiz', 'Owen Clarke', 'Ruth Adler', 'Jonas Weber'),
  },
  {
    name: 'regional-managers',
    members: members('Tom Reyes', 'Helena Brandt', 'Owen Clarke', 'Ruth Adler'),
  },
  { name: 'leadership', members: members('Victor Hale', 'Ines Duarte') },
];
