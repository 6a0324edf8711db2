import * as v from 'valibot';
import { type Issue } from '../entities';
import { badRequest, JiraError } from '../errors';
import { formatIssue, type IssueSelection } from '../format/issue';
import { checkBounded, findIssues } from '../jql/search';
import { requestLimits } from '../limits';
import { type Ask, bodyOf, ok, type Operation, under } from '../operation';
import { type Answer } from '../types';
import { SearchPages } from './search-pages';

const limit = requestLimits.search;

const idList = v.array(v.pipe(v.union([v.number(), v.string()]), v.transform(String)));

const searchBody = v.strictObject({
  jql: v.optional(v.string(), ''),
  nextPageToken: v.nullish(v.string()),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  properties: v.optional(v.array(v.string()), []),
  fieldsByKeys: v.optional(v.boolean()),
  failFast: v.optional(v.boolean()),
  reconcileIssues: v.optional(idList, []),
});

type Search = v.InferOutput<typeof searchBody>;

const pages = new WeakMap<object, SearchPages>();

function pagesOf(ask: Ask): SearchPages {
  const known = pages.get(ask.world) ?? new SearchPages();
  pages.set(ask.world, known);
  return known;
}

/** The fields without which only ids go over the wire, and pages may be long. */
const light = new Set(['id', 'key']);

function search(ask: Ask, sent: Search): Answer {
  if (sent.properties.length > limit.properties)
    throw badRequest(`At most ${limit.properties} properties can be returned.`);
  if (sent.reconcileIssues.length > limit.reconcileIssues)
    throw badRequest(`At most ${limit.reconcileIssues} issues can be reconciled.`);
  checkBounded(sent.jql);
  const wanted = sent.fields.length > 0 ? sent.fields : ['id'];
  const isLight =
    wanted.every((name) => light.has(name)) && sent.expand === '' && sent.properties.length === 0;
  const most = isLight ? limit.page : limit.pageWithFields;
  const maxResults = Math.min(sent.maxResults ?? limit.usualPage, most);
  const store = pagesOf(ask);
  const find = (): string[] =>
    findIssues(
      { world: ask.world, user: ask.user, now: ask.act.now },
      sent.jql,
      new Set(sent.reconcileIssues),
    ).map(({ id }) => id);
  const ids =
    sent.nextPageToken == null ? find() : store.resume(sent.nextPageToken, sent.jql, ask.act.now);
  const nextPageToken = store.keep(ids.slice(maxResults), sent.jql, ask.act.now);
  const selection: IssueSelection = {
    fields: wanted,
    otherwise: [],
    expand: new Set(sent.expand.split(',')),
    properties: sent.properties,
  };
  const found = ids.slice(0, maxResults).flatMap((id) => ask.world.issues.get(id) ?? []);
  const issues = found.map((issue) => formatFound(ask, issue, selection, isLight));
  return ok(
    { issues, ...(nextPageToken === null ? { isLast: true } : { nextPageToken, isLast: false }) },
    issues.length,
  );
}

function formatFound(
  ask: Ask,
  issue: Issue,
  selection: IssueSelection,
  isLight: boolean,
): Record<string, unknown> {
  if (!isLight) return formatIssue(ask.world, ask.user, issue, selection);
  if (!selection.fields.includes('key')) return { id: issue.id };
  return {
    expand: '',
    id: issue.id,
    self: `${ask.world.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
  };
}

const gone = (): never => {
  throw new JiraError(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ]);
};

const at = under('/rest/api/3/search', 'read:jira-work');

/** The enhanced search; the older one is gone. */
export const searchOperations: readonly Operation[] = [
  at.get('/jql', (ask) => {
    const { query } = ask;
    return search(ask, {
      jql: query.text('jql') ?? '',
      nextPageToken: query.text('nextPageToken'),
      maxResults: query.count('maxResults', limit.usualPage),
      fields: query.list('fields'),
      expand: query.text('expand') ?? '',
      properties: query.list('properties'),
      reconcileIssues: query.list('reconcileIssues'),
    });
  }),
  at.post('/jql', (ask) => search(ask, bodyOf(ask, searchBody)), { cost: 'objects' }),
  at.post(
    '/approximate-count',
    (ask) => {
      const { jql } = bodyOf(ask, v.strictObject({ jql: v.optional(v.string(), '') }));
      checkBounded(jql);
      return ok({
        count: findIssues({ world: ask.world, user: ask.user, now: ask.act.now }, jql).length,
      });
    },
    { cost: 'objects' },
  ),
  at.get('', gone),
  at.post('', gone, { cost: 'objects' }),
];
