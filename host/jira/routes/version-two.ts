import * as v from 'valibot';
import { documentOf } from '../adf/document';
import { textOf } from '../adf/text';
import { type Comment, type Issue } from '../entities';
import { formatComment } from '../format/comment';
import { addComment, checkMayComment } from '../issues/comment';
import { createIssue } from '../issues/create';
import { editIssue, type SentUpdate } from '../issues/edit';
import { readProperties } from '../issues/entity-property';
import { type Ask, bodyOf, created, noContent, type Operation, under } from '../operation';
import { type World } from '../world';
import { issueUpdate, propertyList } from './bodies';
import { issueOf } from './issue';

/** Version 2 takes text where version 3 takes documents; nothing else differs in what is served here. */
function inDocuments(world: World, sent: v.InferOutput<typeof issueUpdate>): SentUpdate {
  const fields = Object.entries(sent.fields ?? {}).map(([id, value]) => [
    id,
    world.fields.get(id)?.kind === 'paragraph' && typeof value === 'string'
      ? documentOf(value)
      : value,
  ]);
  const { transition: _ignored, ...rest } = sent;
  return { ...rest, fields: Object.fromEntries(fields) as Record<string, unknown> };
}

const formatTextComment = (ask: Ask, issue: Issue, comment: Comment): Record<string, unknown> => ({
  ...formatComment(ask.world, issue, comment),
  body: textOf(comment.body),
});

const to = under('/rest/api/2/issue', 'write:jira-work');
const textComment = v.looseObject({ body: v.string(), properties: v.optional(propertyList) });

/** The few writes of version 2 that clients of version 3 fall back on for plain text. */
export const versionTwoOperations: readonly Operation[] = [
  to.post('', (ask) => {
    const issue = createIssue(ask.act, inDocuments(ask.world, bodyOf(ask, issueUpdate)));
    return created({
      id: issue.id,
      key: issue.key,
      self: `${ask.world.baseUrl}/rest/api/2/issue/${issue.id}`,
    });
  }),
  to.put('/{issueIdOrKey}', (ask) => {
    editIssue(ask.act, issueOf(ask), inDocuments(ask.world, bodyOf(ask, issueUpdate)));
    return noContent;
  }),
  to.post('/{issueIdOrKey}/comment', (ask) => {
    const issue = issueOf(ask);
    checkMayComment(ask.act, issue);
    const sent = bodyOf(ask, textComment);
    return created(
      formatTextComment(
        ask,
        issue,
        addComment(ask.act, issue, {
          body: documentOf(sent.body),
          properties: readProperties(sent.properties),
        }),
      ),
    );
  }),
];
