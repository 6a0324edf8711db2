import { type User } from '../entities';
import { badRequest, forbidden, notFound } from '../errors';
import { formatGroup, formatUser } from '../format/people';
import { type Ask, ok, type Operation, under } from '../operation';
import { pageBean } from '../paging';
import { issueFor, may } from '../permissions';

const at = under('/rest/api/3', 'read:jira-user');
const identity = { cost: 'identity' } as const;

function withGroups(ask: Ask, user: User): Record<string, unknown> {
  const expand = ask.query.list('expand');
  const groups = [...ask.world.groups.values()].filter(({ members }) =>
    members.has(user.accountId),
  );
  return {
    ...formatUser(ask.world, user),
    groups: {
      size: groups.length,
      items: expand.includes('groups') ? groups.map((group) => formatGroup(ask.world, group)) : [],
    },
    applicationRoles: { size: user.accountType === 'atlassian' ? 1 : 0, items: [] },
    locale: 'en_US',
    expand: 'groups,applicationRoles',
  };
}

/** People whose name or address has a word that starts like this. */
function isLike(user: User, text: string): boolean {
  const wanted = text.toLowerCase();
  const words = [user.displayName, ...user.displayName.split(/\s+/), user.email].map((word) =>
    word.toLowerCase(),
  );
  return wanted === '' || words.some((word) => word.startsWith(wanted));
}

function found(ask: Ask, extra: (user: User) => boolean = () => true): User[] {
  const accountId = ask.query.text('accountId');
  const text = ask.query.text('query');
  if (text === undefined && accountId === undefined && ask.query.text('property') === undefined)
    throw badRequest("The parameter 'query', 'accountId' or 'property' is required.");
  return [...ask.world.users.values()].filter(
    (user) =>
      user.accountType !== 'app' &&
      ask.world.isActive(user) &&
      (accountId === undefined || user.accountId === accountId) &&
      isLike(user, text ?? '') &&
      extra(user),
  );
}

function slice<T>(ask: Ask, rows: readonly T[]): T[] {
  const startAt = ask.query.count('startAt', 0);
  return rows.slice(startAt, startAt + ask.query.count('maxResults', 50, 1_000));
}

/** Customers know nobody but themselves. @throws JiraError 403 */
function checkMayFind(ask: Ask, accountId?: string): void {
  if (ask.user.role === 'customer' && accountId !== ask.user.accountId)
    throw forbidden('You do not have permission to browse users.');
}

function assignable(ask: Ask): User[] {
  const key = ask.query.text('issueKey') ?? ask.query.text('issueId');
  const project =
    key === undefined
      ? ask.world.project(ask.query.text('project') ?? '')
      : issueFor(ask.world, ask.user, key).project;
  if (!project || !may(ask.world, ask.user, 'BROWSE_PROJECTS', project))
    throw notFound('No project could be found with the given key or issue.');
  const accountId = ask.query.text('accountId');
  return [...ask.world.users.values()].filter(
    (user) =>
      may(ask.world, user, 'ASSIGNABLE_USER', project) &&
      user.accountType !== 'app' &&
      isLike(user, ask.query.text('query') ?? '') &&
      (accountId === undefined || user.accountId === accountId),
  );
}

/** People. An app pays two points to read them. */
export const userOperations: readonly Operation[] = [
  at.get('/myself', (ask) => ok(withGroups(ask, ask.user)), identity),
  at.get(
    '/user',
    (ask) => {
      const accountId = ask.query.text('accountId');
      if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
      checkMayFind(ask, accountId);
      const user = ask.world.users.get(accountId);
      if (!user)
        throw notFound('Specified user does not exist or you do not have required permissions');
      return ok(withGroups(ask, user));
    },
    identity,
  ),
  at.get(
    '/user/search',
    (ask) => {
      checkMayFind(ask);
      return ok(slice(ask, found(ask)).map((user) => formatUser(ask.world, user)));
    },
    identity,
  ),
  at.get(
    '/user/assignable/search',
    (ask) => ok(slice(ask, assignable(ask)).map((user) => formatUser(ask.world, user))),
    identity,
  ),
  at.get(
    '/users/search',
    (ask) => {
      checkMayFind(ask);
      return ok(
        slice(ask, [...ask.world.users.values()]).map((user) => formatUser(ask.world, user)),
      );
    },
    identity,
  ),
  at.get(
    '/users',
    (ask) => {
      checkMayFind(ask);
      return ok(
        slice(ask, [...ask.world.users.values()]).map((user) => formatUser(ask.world, user)),
      );
    },
    identity,
  ),
  at.get(
    '/user/bulk',
    (ask) => {
      const wanted = ask.query.all('accountId');
      if (wanted.length === 0) throw badRequest("The query parameter 'accountId' is required.");
      for (const accountId of wanted) checkMayFind(ask, accountId);
      const users = wanted.flatMap((id) => ask.world.users.get(id) ?? []);
      return ok(
        pageBean(
          `${ask.world.baseUrl}/rest/api/3/user/bulk`,
          users,
          { query: ask.query, most: 10 },
          (user) => formatUser(ask.world, user),
        ),
      );
    },
    identity,
  ),
  at.get(
    '/user/groups',
    (ask) => {
      const accountId = ask.query.text('accountId') ?? '';
      checkMayFind(ask, accountId);
      return ok(
        [...ask.world.groups.values()]
          .filter(({ members }) => members.has(accountId))
          .map((group) => formatGroup(ask.world, group)),
      );
    },
    identity,
  ),
  at.get(
    '/group/member',
    (ask) => {
      checkMayFind(ask);
      const group = [...ask.world.groups.values()].find(
        ({ groupId, name }) =>
          groupId === ask.query.text('groupId') || name === ask.query.text('groupname'),
      );
      if (!group) throw notFound('Group not found.');
      const members = [...group.members].flatMap((id) => ask.world.users.get(id) ?? []);
      return ok(
        pageBean(`${ask.world.baseUrl}/rest/api/3/group/member`, members, ask, (user) =>
          formatUser(ask.world, user),
        ),
      );
    },
    { ...identity, scope: 'manage:jira-configuration' },
  ),
];
