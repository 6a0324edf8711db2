import { type Group, type User } from '../entities';
import { type World } from '../world';

/** Pictures in the four sizes in which Jira names them. */
export function avatarUrls(
  world: World,
  type: 'user' | 'project' | 'issuetype',
  id: string,
): Record<string, string> {
  const url = `${world.baseUrl}/rest/api/3/universal_avatar/view/type/${type}/avatar/${id}`;
  return {
    '48x48': url,
    '24x24': `${url}?size=small`,
    '16x16': `${url}?size=xsmall`,
    '32x32': `${url}?size=medium`,
  };
}

/** A user as fields, comments and histories show one. */
export function formatUser(world: World, user: User): Record<string, unknown> {
  return {
    self: `${world.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    ...(user.accountType === 'app' ? {} : { emailAddress: user.email }),
    avatarUrls: avatarUrls(world, 'user', user.avatarId),
    displayName: user.displayName,
    active: world.isActive(user),
    timeZone: user.timeZone,
    accountType: user.accountType,
  };
}

/** The user by account id; Jira keeps naming accounts it no longer knows. */
export function formatAccount(world: World, accountId: string): Record<string, unknown> {
  const user = world.users.get(accountId);
  if (user) return formatUser(world, user);
  return {
    self: `${world.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    displayName: 'Former user',
    active: false,
    accountType: 'unknown',
  };
}

/** A user as JSM shows one. */
export function formatJsmUser(world: World, user: User): Record<string, unknown> {
  const self = `${world.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`;
  return {
    accountId: user.accountId,
    ...(user.accountType === 'app' ? {} : { emailAddress: user.email }),
    displayName: user.displayName,
    active: world.isActive(user),
    timeZone: user.timeZone,
    _links: { jiraRest: self, avatarUrls: avatarUrls(world, 'user', user.avatarId), self },
  };
}

/** A group as lists name it. */
export const formatGroup = (world: World, group: Group): Record<string, unknown> => ({
  name: group.name,
  groupId: group.groupId,
  self: `${world.baseUrl}/rest/api/3/group?groupId=${group.groupId}`,
});
