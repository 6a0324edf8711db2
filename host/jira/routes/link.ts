import * as v from 'valibot';
import { badRequest, notFound } from '../errors';
import { formatLink } from '../format/links';
import { formatLinkType } from '../format/scheme';
import { addComment } from '../issues/comment';
import { readComment } from '../issues/edit';
import { addLink, checkMayLink, linkTypeOf, removeLink } from '../issues/link';
import { type Ask, bodyOf, noContent, ok, type Operation, param, under } from '../operation';
import { canBrowse, issueFor } from '../permissions';
import { type IssueLink } from '../entities';

const linked = v.looseObject({ id: v.optional(v.string()), key: v.optional(v.string()) });
const body = v.strictObject({
  type: v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) }),
  inwardIssue: linked,
  outwardIssue: linked,
  comment: v.optional(v.record(v.string(), v.unknown())),
});

function linkOf(ask: Ask): IssueLink {
  const link = ask.world.links.get(param(ask, 'linkId'));
  const ends = link
    ? [link.inward, link.outward].flatMap((id) => ask.world.issues.get(id) ?? [])
    : [];
  if (!link || !ends.every((issue) => canBrowse(ask.world, ask.user, issue)))
    throw notFound(`No issue link with id '${param(ask, 'linkId')}' exists.`);
  return link;
}

const at = under('/rest/api/3', 'read:jira-work');
const to = under('/rest/api/3', 'write:jira-work');

/** Links between issues. */
export const linkOperations: readonly Operation[] = [
  to.post('/issueLink', (ask) => {
    const sent = bodyOf(ask, body);
    const [inward, outward] = [sent.inwardIssue, sent.outwardIssue].map((one) =>
      issueFor(ask.world, ask.user, one.id ?? one.key ?? ''),
    );
    if (!inward || !outward || inward === outward)
      throw badRequest('Two different issues must be linked.');
    checkMayLink(ask.act, outward);
    const type = linkTypeOf(ask.act, sent.type);
    const comment = sent.comment === undefined ? null : readComment(sent.comment);
    addLink(ask.act, type, inward, outward);
    if (comment) addComment(ask.act, outward, comment);
    return { status: 201 };
  }),
  at.get('/issueLink/{linkId}', (ask) => ok(formatLink(ask.world, linkOf(ask), null), 1)),
  to.del('/issueLink/{linkId}', (ask) => {
    const link = linkOf(ask);
    const issue = ask.world.issues.get(link.outward);
    if (issue) checkMayLink(ask.act, issue);
    removeLink(ask.act, link);
    return noContent;
  }),
  at.get('/issueLinkType', (ask) =>
    ok({
      issueLinkTypes: [...ask.world.linkTypes.values()].map((type) =>
        formatLinkType(ask.world, type),
      ),
    }),
  ),
  at.get('/issueLinkType/{issueLinkTypeId}', (ask) =>
    ok(formatLinkType(ask.world, linkTypeOf(ask.act, { id: param(ask, 'issueLinkTypeId') }))),
  ),
];
