import { jiraDate, jsmDate } from '../dates';
import { type Attachment, type Issue } from '../entities';
import { type World } from '../world';
import { formatAccount, formatJsmUser } from './people';

/** The files of an issue, the oldest first. */
export const attachmentsOf = (world: World, issue: Issue): Attachment[] =>
  [...issue.attachments].flatMap((id) => world.attachments.get(id) ?? []);

/** A file as issues list it. */
export const formatAttachment = (
  world: World,
  attachment: Attachment,
): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/attachment/${attachment.id}`,
  id: attachment.id,
  filename: attachment.filename,
  author: formatAccount(world, attachment.author),
  created: jiraDate(attachment.created),
  size: attachment.content.byteLength,
  mimeType: attachment.mimeType,
  content: `${world.baseUrl}/rest/api/3/attachment/content/${attachment.id}`,
});

/** A file as JSM tells it: without an id, and not by whom where that person is gone. */
export function formatRequestAttachment(
  world: World,
  issue: Issue,
  { id, filename, author, created, content, mimeType }: Attachment,
): Record<string, unknown> {
  const user = world.users.get(author);
  return {
    filename,
    ...(user ? { author: formatJsmUser(world, user) } : {}),
    created: jsmDate(created),
    size: content.byteLength,
    mimeType,
    _links: {
      self: `${world.baseUrl}/rest/servicedeskapi/request/${issue.id}/attachment/${id}`,
      jiraRest: `${world.baseUrl}/rest/api/3/attachment/${id}`,
      content: `${world.baseUrl}/rest/servicedeskapi/request/${issue.id}/attachment/${id}`,
    },
  };
}
