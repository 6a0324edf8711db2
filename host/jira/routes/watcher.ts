import { badRequest, forbidden, notFound } from '../errors';
import { formatUser } from '../format/people';
import { replaceState } from '../issues/change';
import { type Ask, noContent, ok, type Operation, under } from '../operation';
import { canBrowse, may } from '../permissions';
import { issueOf } from './issue';

const at = under('/rest/api/3/issue/{issueIdOrKey}/watchers', 'read:jira-work');
const to = under('/rest/api/3/issue/{issueIdOrKey}/watchers', 'write:jira-work');

/** Everyone may watch for themselves; for others one needs Manage watchers. */
function checkMayManage(ask: Ask, accountId: string): void {
  if (
    accountId === ask.user.accountId ||
    may(ask.world, ask.user, 'MANAGE_WATCHERS', issueOf(ask).project)
  )
    return;
  throw forbidden('You do not have permission to manage the watcher list.');
}

/** Watchers. */
export const watcherOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const issue = issueOf(ask);
    const watchers = [...issue.state.watchers].flatMap((id) => ask.world.users.get(id) ?? []);
    return ok(
      {
        self: `${ask.world.baseUrl}/rest/api/3/issue/${issue.key}/watchers`,
        isWatching: issue.state.watchers.has(ask.user.accountId),
        watchCount: watchers.length,
        watchers: watchers.map((user) => formatUser(ask.world, user)),
      },
      1,
    );
  }),
  to.post('', (ask) => {
    const issue = issueOf(ask);
    if (ask.sent !== undefined && typeof ask.sent !== 'string')
      throw badRequest('The body must be an account id as a JSON string.');
    const accountId = ask.sent ?? ask.user.accountId;
    checkMayManage(ask, accountId);
    const user = ask.world.users.get(accountId);
    if (!user) throw notFound('The user does not exist.');
    if (!canBrowse(ask.world, user, issue))
      throw badRequest(
        `The user "${user.displayName}" does not have permission to view this issue. This user will not be added to the watch list.`,
      );
    replaceState(ask.act, issue, { watchers: new Set([...issue.state.watchers, accountId]) });
    return noContent;
  }),
  to.del('', (ask) => {
    const issue = issueOf(ask);
    const accountId = ask.query.text('accountId');
    if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
    checkMayManage(ask, accountId);
    const watchers = new Set(issue.state.watchers);
    watchers.delete(accountId);
    replaceState(ask.act, issue, { watchers });
    return noContent;
  }),
];
