import * as v from 'valibot';
import { formatHistory } from '../format/history';
import { badRequest } from '../errors';
import { requestLimits } from '../limits';
import { bodyOf, ok, type Operation, under } from '../operation';
import { pageBean } from '../paging';
import { canBrowse } from '../permissions';
import { issueOf } from './issue';

const at = under('/rest/api/3', 'read:jira-work');

const most = requestLimits.bulkChangelogs;

const bulkBody = v.strictObject({
  issueIdsOrKeys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(most.issues)),
  fieldIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(most.fields))),
  maxResults: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most.histories)),
    1_000,
  ),
  nextPageToken: v.optional(v.string()),
});

/** Where a page starts, from its token. @throws JiraError 400 */
function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0)
    throw badRequest('The provided next page token is invalid.');
  return start;
}

/** What became of issues: the oldest first, unlike in the issue itself. */
export const changelogOperations: readonly Operation[] = [
  at.get('/issue/{issueIdOrKey}/changelog', (ask) => {
    const issue = issueOf(ask);
    const self = `${ask.world.baseUrl}/rest/api/3/issue/${issue.id}/changelog`;
    const page = pageBean(self, issue.histories, { query: ask.query, most: 100 }, (history) =>
      formatHistory(ask.world, history),
    );
    return ok(page, (page['values'] as unknown[]).length);
  }),
  at.post(
    '/issue/{issueIdOrKey}/changelog/list',
    (ask) => {
      const issue = issueOf(ask);
      const { changelogIds } = bodyOf(ask, v.strictObject({ changelogIds: v.array(v.number()) }));
      const histories = issue.histories
        .filter(({ id }) => changelogIds.includes(Number(id)))
        .map((history) => formatHistory(ask.world, history));
      return ok(
        { startAt: 0, maxResults: histories.length, total: histories.length, histories },
        histories.length,
      );
    },
    { cost: 'objects' },
  ),
  at.post(
    '/changelog/bulkfetch',
    (ask) => {
      const sent = bodyOf(ask, bulkBody);
      const issues = sent.issueIdsOrKeys
        .flatMap((idOrKey) => ask.world.issue(idOrKey) ?? [])
        .filter((issue) => canBrowse(ask.world, ask.user, issue));
      const all = [...new Set(issues)]
        .flatMap((issue) => issue.histories.map((history) => ({ issue, history })))
        .filter(
          ({ history }) =>
            sent.fieldIds === undefined ||
            history.items.some(({ fieldId }) => sent.fieldIds?.includes(fieldId)),
        )
        .sort(
          (one, other) =>
            one.history.created - other.history.created ||
            Number(one.issue.id) - Number(other.issue.id),
        );
      const start = startOf(sent.nextPageToken);
      const page = all.slice(start, start + sent.maxResults);
      const issueChangeLogs = [...new Set(page.map(({ issue }) => issue.id))].map((issueId) => ({
        issueId,
        changeHistories: page
          .filter(({ issue }) => issue.id === issueId)
          .map(({ history }) => formatHistory(ask.world, history)),
      }));
      const next = start + page.length;
      const nextPageToken =
        next < all.length ? Buffer.from(String(next)).toString('base64url') : null;
      return ok(
        { issueChangeLogs, ...(nextPageToken === null ? {} : { nextPageToken }) },
        page.length,
      );
    },
    { cost: 'objects' },
  ),
];
