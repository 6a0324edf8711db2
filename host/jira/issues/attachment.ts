import { type Act } from '../act';
import { type Attachment, type History, type HistoryItem, type Issue } from '../entities';
import { emitUpdated } from '../events';
import { type SentFile } from '../types';
import { replaceState } from './change';

function tell(
  act: Act,
  issue: Issue,
  item: Pick<HistoryItem, 'from' | 'fromString' | 'to' | 'toString'>,
): void {
  const history: History = {
    id: act.world.ids.next('history'),
    author: act.actor.accountId,
    created: act.now,
    items: [{ field: 'Attachment', fieldtype: 'jira', fieldId: 'attachment', ...item }],
    metadata: null,
  };
  replaceState(act, issue, { values: { ...issue.state.values, updated: act.now } });
  issue.histories.push(history);
  emitUpdated(act, issue, history);
}

/** Puts files on an issue; each is a change of its own in the history, as in Jira. */
export const attach = (
  act: Act,
  issue: Issue,
  files: readonly SentFile[],
  isPublic: boolean,
): Attachment[] =>
  files.map(({ filename, mimeType, content }) => {
    const attachment: Attachment = {
      id: act.world.ids.next('attachment'),
      issueId: issue.id,
      filename,
      mimeType,
      author: act.actor.accountId,
      created: act.now,
      content,
      isPublic,
    };
    act.world.attachments.set(attachment.id, attachment);
    issue.attachments.add(attachment.id);
    tell(act, issue, { from: null, fromString: null, to: attachment.id, toString: filename });
    return attachment;
  });

export function detach(act: Act, issue: Issue, { id, filename }: Attachment): void {
  act.world.attachments.delete(id);
  issue.attachments.delete(id);
  tell(act, issue, { from: id, fromString: filename, to: null, toString: null });
}
