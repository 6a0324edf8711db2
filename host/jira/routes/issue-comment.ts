import * as v from 'valibot';
import { type Comment } from '../entities';
import { badRequest, forbidden, notFound } from '../errors';
import { formatComment } from '../format/comment';
import {
  addComment,
  checkMayComment,
  commentOf,
  deleteComment,
  editComment,
  setCommentProperty,
} from '../issues/comment';
import { readComment } from '../issues/edit';
import { checkProperty, propertyOf } from '../issues/entity-property';
import {
  type Ask,
  bodyOf,
  created,
  noContent,
  ok,
  type Operation,
  param,
  under,
} from '../operation';
import { pageOf } from '../paging';
import { canBrowse, may } from '../permissions';
import { propertyList } from './bodies';
import { issueOf } from './issue';

const commentBody = v.looseObject({
  body: v.unknown(),
  properties: v.optional(propertyList),
  visibility: v.nullish(v.looseObject({})),
});

const at = under('/rest/api/3/issue/{issueIdOrKey}/comment', 'read:jira-work');
const to = under('/rest/api/3/issue/{issueIdOrKey}/comment', 'write:jira-work');

const expandOf = (ask: Ask): ReadonlySet<string> => new Set(ask.query.list('expand'));

function sorted(comments: readonly Comment[], orderBy: string | undefined): readonly Comment[] {
  if (orderBy === undefined || orderBy === 'created' || orderBy === '+created') return comments;
  if (orderBy === '-created') return [...comments].reverse();
  throw badRequest(
    `'${orderBy}' is not a valid value for orderBy: use 'created', '-created' or '+created'.`,
  );
}

function checkMayChange(ask: Ask, comment: Comment, verb: 'EDIT' | 'DELETE'): void {
  const issue = issueOf(ask);
  const own =
    comment.author === ask.user.accountId &&
    may(ask.world, ask.user, `${verb}_OWN_COMMENTS`, issue.project);
  if (own || may(ask.world, ask.user, `${verb}_ALL_COMMENTS`, issue.project)) return;
  const word = verb === 'EDIT' ? 'edit' : 'delete';
  throw badRequest(
    `${ask.user.displayName}, you do not have the permission to ${word} this comment.`,
  );
}

/** The comment of a path that names no issue. */
function anyComment(ask: Ask): { issue: ReturnType<typeof issueOf>; comment: Comment } {
  const id = param(ask, 'commentId');
  for (const issue of ask.world.issues.values()) {
    const comment = issue.state.comments.find((one) => one.id === id);
    if (comment && canBrowse(ask.world, ask.user, issue)) return { issue, comment };
  }
  throw notFound(`Can not find a comment for the id: ${id}.`);
}

const properties = under('/rest/api/3/comment', 'read:jira-work');
const writeProperties = under('/rest/api/3/comment', 'write:jira-work');

/** Comments and their properties. */
export const commentOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const issue = issueOf(ask);
    const page = pageOf(sorted(issue.state.comments, ask.query.text('orderBy')), ask.query, 5_000);
    const comments = page.rows.map((comment) =>
      formatComment(ask.world, issue, comment, expandOf(ask)),
    );
    return ok({ ...page.bean, comments }, comments.length);
  }),
  to.post('', (ask) => {
    const issue = issueOf(ask);
    checkMayComment(ask.act, issue);
    const comment = addComment(ask.act, issue, readComment(bodyOf(ask, commentBody)));
    return created(formatComment(ask.world, issue, comment, expandOf(ask)));
  }),
  at.get('/{id}', (ask) => {
    const issue = issueOf(ask);
    return ok(
      formatComment(ask.world, issue, commentOf(issue, param(ask, 'id')), expandOf(ask)),
      1,
    );
  }),
  to.put('/{id}', (ask) => {
    const issue = issueOf(ask);
    const comment = commentOf(issue, param(ask, 'id'));
    checkMayChange(ask, comment, 'EDIT');
    return ok(
      formatComment(
        ask.world,
        issue,
        editComment(ask.act, issue, comment, readComment(bodyOf(ask, commentBody))),
        expandOf(ask),
      ),
    );
  }),
  to.del('/{id}', (ask) => {
    const issue = issueOf(ask);
    const comment = commentOf(issue, param(ask, 'id'));
    checkMayChange(ask, comment, 'DELETE');
    deleteComment(ask.act, issue, comment);
    return noContent;
  }),
  properties.post(
    '/list',
    (ask) => {
      const { ids } = bodyOf(
        ask,
        v.strictObject({
          ids: v.pipe(v.array(v.union([v.number(), v.string()])), v.maxLength(1_000)),
        }),
      );
      const wanted = new Set(ids.map(String));
      const values: unknown[] = [];
      for (const issue of ask.world.issues.values()) {
        if (!canBrowse(ask.world, ask.user, issue)) continue;
        for (const comment of issue.state.comments)
          if (wanted.has(comment.id))
            values.push(formatComment(ask.world, issue, comment, expandOf(ask)));
      }
      return ok(
        { maxResults: 1_048_576, startAt: 0, total: values.length, isLast: true, values },
        values.length,
      );
    },
    { cost: 'objects' },
  ),
  properties.get('/{commentId}/properties', (ask) => {
    const { comment } = anyComment(ask);
    const self = `${ask.world.baseUrl}/rest/api/3/comment/${comment.id}/properties`;
    return ok(
      { keys: [...comment.properties.keys()].map((key) => ({ self: `${self}/${key}`, key })) },
      1,
    );
  }),
  properties.get('/{commentId}/properties/{propertyKey}', (ask) => {
    const key = param(ask, 'propertyKey');
    return ok({ key, value: propertyOf(anyComment(ask).comment.properties, key) }, 1);
  }),
  writeProperties.put('/{commentId}/properties/{propertyKey}', (ask) => {
    const { issue, comment } = anyComment(ask);
    const key = param(ask, 'propertyKey');
    checkProperty(key, ask.sent);
    if (
      !may(ask.world, ask.user, 'EDIT_ALL_COMMENTS', issue.project) &&
      comment.author !== ask.user.accountId
    ) {
      throw forbidden('You do not have permission to edit the properties of this comment.');
    }
    const status = comment.properties.has(key) ? 200 : 201;
    setCommentProperty(ask.act, issue, comment, { key, value: ask.sent });
    return { status, body: {} };
  }),
  writeProperties.del('/{commentId}/properties/{propertyKey}', (ask) => {
    const { issue, comment } = anyComment(ask);
    propertyOf(comment.properties, param(ask, 'propertyKey'));
    setCommentProperty(ask.act, issue, comment, {
      key: param(ask, 'propertyKey'),
      value: undefined,
    });
    return noContent;
  }),
];
