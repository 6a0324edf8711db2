import * as v from 'valibot';
import { type Project, type User } from '../entities';
import { badRequest, forbidden, notFound } from '../errors';
import { type Ask, bodyOf, ok, type Operation, under } from '../operation';
import {
  type GlobalPermission,
  globalPermissions,
  issueFor,
  may,
  mayGlobally,
  type Permission,
  projectPermissions,
} from '../permissions';
import { projectOf } from './project';

const idList = v.array(v.pipe(v.union([v.number(), v.string()]), v.transform(String)));
const body = v.strictObject({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(
      v.strictObject({
        permissions: v.array(v.string()),
        issues: v.optional(idList, []),
        projects: v.optional(idList, []),
      }),
    ),
    [],
  ),
});

const isProjectPermission = (key: string): key is Permission =>
  (projectPermissions as readonly string[]).includes(key);
const isGlobalPermission = (key: string): key is GlobalPermission =>
  (globalPermissions as readonly string[]).includes(key);

/** Permissions nobody has here because this Jira has nothing they would open. */
const unused = new Set([
  'ADD_ATTACHMENTS',
  'ARCHIVE_ISSUES',
  'BROWSE_ARCHIVE',
  'DELETE_ALL_ATTACHMENTS',
  'DELETE_ALL_WORKLOGS',
  'DELETE_OWN_ATTACHMENTS',
  'DELETE_OWN_WORKLOGS',
  'EDIT_ALL_WORKLOGS',
  'EDIT_OWN_WORKLOGS',
  'MANAGE_SPRINTS_PERMISSION',
  'MOVE_ISSUES',
  'SET_ISSUE_SECURITY',
  'UNARCHIVE_ISSUES',
  'VIEW_DEV_TOOLS',
  'VIEW_READONLY_WORKFLOW',
  'WORK_ON_ISSUES',
  'CREATE_SHARED_OBJECTS',
  'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
  'SYSTEM_ADMIN',
  'CREATE_PROJECT',
]);

function checkKnown(keys: readonly string[]): void {
  const unknown = keys.filter(
    (key) => !isProjectPermission(key) && !isGlobalPermission(key) && !unused.has(key),
  );
  if (unknown.length > 0) throw badRequest(`Unrecognized permission: ${unknown.join(', ')}`);
}

const title = (key: string): string =>
  key.charAt(0) + key.slice(1).toLowerCase().replaceAll('_', ' ');

/** May the person do this there? Jira: without a project, in any project at all. */
function has(ask: Ask, user: User, key: string, project: Project | null): boolean {
  if (isGlobalPermission(key)) return mayGlobally(ask.world, user, key);
  if (!isProjectPermission(key)) return false;
  const projects = project ? [project] : [...ask.world.projects.values()];
  return projects.some((one) => may(ask.world, user, key, one));
}

function scopeOf(ask: Ask): Project | null {
  const { query } = ask;
  const issue = query.text('issueKey') ?? query.text('issueId');
  const project = query.text('projectKey') ?? query.text('projectId');
  if (issue !== undefined) return issueFor(ask.world, ask.user, issue).project;
  return project === undefined ? null : projectOf(ask, project);
}

const identity = { cost: 'identity' } as const;
const at = under('/rest/api/3', 'read:jira-work');

/** Who may do what. */
export const permissionOperations: readonly Operation[] = [
  at.get(
    '/mypermissions',
    (ask) => {
      const keys = ask.query.list('permissions');
      if (keys.length === 0) throw badRequest('The permissions query parameter is required.');
      checkKnown(keys);
      const project = scopeOf(ask);
      const shown = keys.map((key, index) => {
        const type = isProjectPermission(key) ? 'PROJECT' : 'GLOBAL';
        return [
          key,
          {
            id: String(index + 1),
            key,
            name: title(key),
            type,
            description: '',
            havePermission: has(ask, ask.user, key, project),
          },
        ];
      });
      return ok({ permissions: Object.fromEntries(shown) });
    },
    identity,
  ),
  at.post(
    '/permissions/check',
    (ask) => {
      const sent = bodyOf(ask, body);
      const self = sent.accountId === undefined || sent.accountId === ask.user.accountId;
      // Jira: asking about others is for administrators, and for apps.
      if (
        !self &&
        !mayGlobally(ask.world, ask.user, 'ADMINISTER') &&
        ask.user.accountType !== 'app'
      )
        throw forbidden('You may not check the permissions of other users.');
      const user = ask.world.users.get(sent.accountId ?? ask.user.accountId);
      if (!user) throw notFound('The user does not exist.');
      checkKnown([
        ...sent.globalPermissions,
        ...sent.projectPermissions.flatMap(({ permissions }) => permissions),
      ]);
      const granted = sent.projectPermissions.flatMap(({ permissions, issues, projects }) =>
        permissions.map((permission) => ({
          permission,
          issues: issues
            .filter((id) => {
              const issue = ask.world.issues.get(id);
              return issue !== undefined && has(ask, user, permission, issue.project);
            })
            .map(Number),
          projects: projects
            .filter((id) => {
              const project = ask.world.projects.get(id);
              return project !== undefined && has(ask, user, permission, project);
            })
            .map(Number),
        })),
      );
      return ok({
        projectPermissions: granted,
        globalPermissions: sent.globalPermissions.filter((key) => has(ask, user, key, null)),
      });
    },
    { ...identity, scope: null },
  ),
  at.get(
    '/permissions',
    () => {
      const rows = [...globalPermissions, ...projectPermissions].map((key) => {
        const type = isProjectPermission(key) ? 'PROJECT' : 'GLOBAL';
        return [key, { key, name: title(key), type, description: '' }];
      });
      return ok({ permissions: Object.fromEntries(rows) as Record<string, unknown> });
    },
    { ...identity, scope: 'manage:jira-configuration' },
  ),
];
