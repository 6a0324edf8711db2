import { type Attachment, type Issue } from '../entities';
import { forbidden, JiraError, notFound } from '../errors';
import { formatAttachment } from '../format/attachment';
import { attach, detach } from '../issues/attachment';
import { type Ask, noContent, ok, type Operation, param, under } from '../operation';
import { canBrowse, may } from '../permissions';
import { type SentFile, SentForm } from '../types';
import { issueOf } from './issue';

/**
 * The files of a form under the name `file`; none is no error of Jira's (belief `attachment-name`).
 * @throws JiraError 403 without the header that keeps other sites' forms out, 415 for what is no form
 */
export function filesOf({ sent }: Ask): readonly SentFile[] {
  if (!(sent instanceof SentForm))
    throw new JiraError(415, ['Unsupported Media Type: send the files as multipart/form-data.']);
  if (!sent.checked) throw forbidden('XSRF check failed');
  return sent.files.filter(({ field }) => field === 'file');
}

function attachmentOf(ask: Ask): { attachment: Attachment; issue: Issue } {
  const attachment = ask.world.attachments.get(param(ask, 'id'));
  const issue = attachment && ask.world.issues.get(attachment.issueId);
  if (!attachment || !issue || !canBrowse(ask.world, ask.user, issue))
    throw notFound(`The attachment with id '${param(ask, 'id')}' does not exist`);
  return { attachment, issue };
}

/** The file itself, offered to be saved: never shown as a page of this site. */
export const contentOf = ({ content, filename, mimeType }: Attachment) => ({
  status: 200,
  body: content,
  headers: {
    'content-type': mimeType,
    'content-disposition': `attachment; filename*=UTF-8\'\'${encodeURIComponent(filename)}`,
    'x-content-type-options': 'nosniff',
  },
});

const at = under('/rest/api/3', 'read:jira-work');
const to = under('/rest/api/3', 'write:jira-work');

/** Files of issues. */
export const attachmentOperations: readonly Operation[] = [
  to.post('/issue/{issueIdOrKey}/attachments', (ask) => {
    const issue = issueOf(ask);
    const files = filesOf(ask);
    if (!may(ask.world, ask.user, 'CREATE_ATTACHMENTS', issue.project))
      throw forbidden('You do not have permission to create attachments for this issue.');
    // What is attached in Jira stays with the team; customers see what came with a public comment.
    return ok(
      attach(ask.act, issue, files, issue.project.serviceDeskId === null).map((one) =>
        formatAttachment(ask.world, one),
      ),
    );
  }),
  at.get('/attachment/{id}', (ask) => {
    const { attachment } = attachmentOf(ask);
    // Atlassian's description: a number here, a text everywhere else.
    return ok({ ...formatAttachment(ask.world, attachment), id: Number(attachment.id) }, 1);
  }),
  at.get('/attachment/content/{id}', (ask) => contentOf(attachmentOf(ask).attachment)),
  to.del('/attachment/{id}', (ask) => {
    const { attachment, issue } = attachmentOf(ask);
    const isOwn = attachment.author === ask.user.accountId;
    if (
      !may(ask.world, ask.user, isOwn ? 'CREATE_ATTACHMENTS' : 'ADMINISTER_PROJECTS', issue.project)
    )
      throw forbidden('You do not have permission to delete this attachment.');
    detach(ask.act, issue, attachment);
    return noContent;
  }),
];
