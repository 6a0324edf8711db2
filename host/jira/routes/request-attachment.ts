import * as v from 'valibot';
import { documentOf } from '../adf/document';
import { type Attachment, type Issue } from '../entities';
import { badRequest, forbidden, notFound } from '../errors';
import { attachmentsOf, formatRequestAttachment } from '../format/attachment';
import { formatRequestComment } from '../format/comment';
import { attach } from '../issues/attachment';
import { addComment, publicCommentProperty } from '../issues/comment';
import { requestOf, serviceDeskOf } from '../jsm/access';
import { attachmentsFor } from '../jsm/format-request';
import { jsmPage } from '../jsm/paging';
import { type Ask, bodyOf, created, ok, type Operation, param, under } from '../operation';
import { canBrowse, isAgent, isCustomerOf } from '../permissions';
import { contentOf, filesOf } from './attachment';

const body = v.strictObject({
  temporaryAttachmentIds: v.pipe(v.array(v.string()), v.nonEmpty('name at least one')),
  public: v.optional(v.boolean(), true),
  additionalComment: v.optional(v.strictObject({ body: v.optional(v.string(), '') })),
});

const page = (ask: Ask, issue: Issue, files: readonly Attachment[]): Record<string, unknown> =>
  jsmPage(ask, `/request/${issue.id}/attachment`, files, (one) =>
    formatRequestAttachment(ask.world, issue, one),
  );

function temporary(ask: Ask, id: string) {
  const file = ask.world.temporaryFiles.get(id);
  if (!file) throw badRequest(`There is no temporary file with id '${id}'. Upload it first.`);
  return file;
}

const at = under(
  '/rest/servicedeskapi/request/{issueIdOrKey}/attachment',
  'read:servicedesk-request',
);
const to = under(
  '/rest/servicedeskapi/request/{issueIdOrKey}/attachment',
  'write:servicedesk-request',
);
const desk = under('/rest/servicedeskapi/servicedesk/{serviceDeskId}', 'write:servicedesk-request');

/** Files of requests: sent ahead, then put on the request with a comment. Customers see public ones only. */
export const requestAttachmentOperations: readonly Operation[] = [
  desk.post('/attachTemporaryFile', (ask) => {
    serviceDeskOf(ask);
    return created({
      temporaryAttachments: filesOf(ask).map((file) => {
        const temporaryAttachmentId = `temp${ask.world.ids.next('temporary-file')}`;
        ask.world.temporaryFiles.set(temporaryAttachmentId, file);
        return { temporaryAttachmentId, fileName: file.filename };
      }),
    });
  }),
  at.get('', (ask) => {
    const issue = requestOf(ask);
    return ok(page(ask, issue, attachmentsFor(ask, issue)), 1);
  }),
  at.get('/{attachmentId}', (ask) => {
    const found = attachmentsFor(ask, requestOf(ask)).find(
      ({ id }) => id === param(ask, 'attachmentId'),
    );
    if (!found)
      throw notFound(`The attachment with id '${param(ask, 'attachmentId')}' does not exist.`);
    return contentOf(found);
  }),
  to.post('', (ask) => {
    const issue = requestOf(ask);
    const sent = bodyOf(ask, body);
    const takesPart =
      isAgent(ask.world, ask.user, issue.project) || isCustomerOf(ask.world, ask.user, issue);
    if (!takesPart) throw forbidden('You do not have permission to attach files to this request.');
    if (!sent.public && !canBrowse(ask.world, ask.user, issue))
      throw forbidden('Customers cannot add internal files.');
    const files = sent.temporaryAttachmentIds.map((id) => temporary(ask, id));
    for (const id of sent.temporaryAttachmentIds) ask.world.temporaryFiles.delete(id);
    const attached = attach(ask.act, issue, files, sent.public);
    const words = [
      sent.additionalComment?.body ?? '',
      ...files.map(({ filename }) => `[^${filename}]`),
    ]
      .filter((one) => one !== '')
      .join(' ');
    const comment = addComment(ask.act, issue, {
      body: documentOf(words),
      properties: new Map(sent.public ? [] : [[publicCommentProperty, { internal: true }]]),
    });
    const known = new Set(attached.map(({ id }) => id));
    return created({
      comment: formatRequestComment(ask.world, issue, comment),
      attachments: page(
        ask,
        issue,
        attachmentsOf(ask.world, issue).filter(({ id }) => known.has(id)),
      ),
    });
  }),
];
