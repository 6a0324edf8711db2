import * as v from 'valibot';
import { documentOf } from '../adf/document';
import { badRequest, forbidden, notFound } from '../errors';
import { formatRequestComment } from '../format/comment';
import { addComment, publicCommentProperty } from '../issues/comment';
import { requestOf } from '../jsm/access';
import { commentsFor } from '../jsm/format-request';
import { jsmPage } from '../jsm/paging';
import { type Ask, bodyOf, created, ok, type Operation, param, under } from '../operation';
import { canBrowse, isAgent, isCustomerOf, may } from '../permissions';

const body = v.strictObject({
  body: v.optional(v.string(), ''),
  public: v.optional(v.boolean(), true),
});

const expandOf = (ask: Ask): ReadonlySet<string> => new Set(ask.query.list('expand'));
const at = under('/rest/servicedeskapi/request/{issueIdOrKey}/comment', 'read:servicedesk-request');
const to = under(
  '/rest/servicedeskapi/request/{issueIdOrKey}/comment',
  'write:servicedesk-request',
);

/** Comments of requests: plain text, public or internal. */
export const requestCommentOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const issue = requestOf(ask);
    const wanted = commentsFor(ask, issue).filter(({ isPublic }) =>
      isPublic ? ask.query.flag('public', true) : ask.query.flag('internal', true),
    );
    const page = jsmPage(ask, `/request/${issue.id}/comment`, wanted, (comment) =>
      formatRequestComment(ask.world, issue, comment, expandOf(ask)),
    );
    return ok(page, (page['values'] as unknown[]).length);
  }),
  to.post('', (ask) => {
    const issue = requestOf(ask);
    const sent = bodyOf(ask, body);
    if (sent.body.trim() === '') throw badRequest('The comment must not be empty.');
    const isCustomer = isCustomerOf(ask.world, ask.user, issue);
    if (!isCustomer && !may(ask.world, ask.user, 'ADD_COMMENTS', issue.project))
      throw forbidden('You do not have permission to comment on this request.');
    if (!sent.public && !canBrowse(ask.world, ask.user, issue))
      throw forbidden('Customers cannot add internal comments.');
    const isInternal = !sent.public || !(isCustomer || isAgent(ask.world, ask.user, issue.project));
    const properties = new Map(isInternal ? [[publicCommentProperty, { internal: true }]] : []);
    return created(
      formatRequestComment(
        ask.world,
        issue,
        addComment(ask.act, issue, { body: documentOf(sent.body), properties }),
      ),
    );
  }),
  at.get('/{commentId}', (ask) => {
    const issue = requestOf(ask);
    const comment = commentsFor(ask, issue).find(({ id }) => id === param(ask, 'commentId'));
    if (!comment)
      throw notFound(`The comment with id '${param(ask, 'commentId')}' does not exist.`);
    return ok(formatRequestComment(ask.world, issue, comment, expandOf(ask)), 1);
  }),
];
