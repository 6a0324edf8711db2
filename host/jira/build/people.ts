import { type User } from '../entities';
import { uuidFor } from '../ids';
import { type Role, type Site, type SitePerson } from '../site';
import { type World } from '../world';
import { automationAccountId } from '../issues/customer-reply';

const groupsOf: Readonly<Record<Role, readonly string[]>> = {
  admin: ['jira-administrators', 'jira-servicemanagement-users', 'jira-users'],
  manager: ['jira-servicemanagement-users', 'jira-users'],
  agent: ['jira-servicemanagement-users', 'jira-users'],
  collaborator: ['jira-users'],
  customer: [],
};

/** Group of the system users of installed apps, as Jira names it. */
const addonsGroup = 'atlassian-addons-admin';

function userOf(
  site: Site,
  person: SitePerson,
  number: number,
  projectIds: (keys: readonly string[]) => ReadonlySet<string>,
): User {
  const portalOnly = person.role === 'customer' && person.atlassianAccount !== true;
  const own = (site.groups ?? [])
    .filter(({ members }) => members.includes(person.email))
    .map(({ name }) => name);
  return {
    // Jira: portal-only accounts carry the prefix qm, Atlassian accounts a number.
    accountId: portalOnly
      ? `qm:${uuidFor('site', 1)}:${uuidFor('customer', number)}`
      : `712020:${uuidFor('person', number)}`,
    email: person.email,
    displayName: person.displayName,
    role: person.role,
    title: person.title ?? null,
    accountType: portalOnly ? 'customer' : 'atlassian',
    avatarId: String(10_200 + number),
    timeZone: person.timeZone ?? site.timeZone,
    active: person.active ?? true,
    groups: new Set([...groupsOf[person.role], ...own]),
    projects: person.projects ? projectIds(person.projects) : null,
  };
}

/** A portal-only account, made while the site runs. */
export const customerUser = (
  world: World,
  person: { readonly email: string; readonly displayName: string; readonly number: number },
): User => ({
  accountId: `qm:${uuidFor('site', 1)}:${uuidFor('customer', person.number)}`,
  email: person.email,
  displayName: person.displayName,
  role: 'customer',
  title: null,
  accountType: 'customer',
  avatarId: String(10_200 + person.number),
  timeZone: world.timeZone,
  active: true,
  groups: new Set(),
  projects: null,
});

/** The app's own account: a member of every project (Jira: role `atlassian-addons-project-access`). */
export function appUser(world: World, accountId: string, name: string, slug: string): User {
  return {
    accountId,
    email: `${slug}@connect.example`,
    displayName: name,
    role: 'app',
    title: null,
    accountType: 'app',
    // A picture of its own for each app: the server draws the letters of whoever has the id.
    avatarId: String(10_100 + world.users.size),
    timeZone: world.timeZone,
    active: true,
    groups: new Set([addonsGroup]),
    projects: null,
  };
}

/** Users, the groups they make up, and Atlassian's own automation. */
export function buildPeople(
  world: World,
  site: Site,
  projectIds: (keys: readonly string[]) => ReadonlySet<string>,
): void {
  for (const person of site.people)
    world.addUser(userOf(site, person, Number(world.ids.next('person')), projectIds));
  world.addUser(appUser(world, automationAccountId, 'Automation for Jira', 'automation'));
  const names = [
    'jira-administrators',
    'jira-servicemanagement-users',
    'jira-users',
    addonsGroup,
    ...(site.groups ?? []).map(({ name }) => name),
  ];
  names.forEach((name, index) => {
    const members = [...world.users.values()]
      .filter(({ groups }) => groups.has(name))
      .map(({ accountId }) => accountId);
    world.groups.set(name, {
      groupId: uuidFor('group', index + 1),
      name,
      members: new Set(members),
    });
  });
}
