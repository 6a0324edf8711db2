import Button from '@atlaskit/button/new';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import { useState } from 'react';
import { type Mentioned, writeAdf } from '../adf/write-adf';
import { isAgent } from '../chrome/roles';
import { useViewer } from '../data/session';
import { say } from '../parts/say';
import { Trouble } from '../parts/Trouble';
import { MentionArea } from './MentionArea';
import { addComment } from './read-ticket';

type Kind = 'reply' | 'note';
interface Draft {
  readonly text: string;
  readonly people: readonly Mentioned[];
}

const nothing: Draft = { text: '', people: [] };
/** What was typed and not sent, by ticket and kind: it survives leaving the ticket. */
const drafts = new Map<string, Draft>();

/** Reply to the customer or add an internal note; the two never share what was typed. */
export function CommentForm({
  issueKey,
  onAdded,
}: {
  readonly issueKey: string;
  readonly onAdded: () => void;
}) {
  const viewer = useViewer();
  const mayReply = isAgent(viewer);
  const [kind, setKind] = useState<Kind>(mayReply ? 'reply' : 'note');
  const [, look] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const draftKey = `${viewer.accountId} ${issueKey} ${kind}`;
  const draft = drafts.get(draftKey) ?? nothing;
  const write = (change: Partial<Draft>): void => {
    drafts.set(draftKey, { ...(drafts.get(draftKey) ?? nothing), ...change });
    look((count) => count + 1);
  };

  const isEmpty = draft.text.trim() === '';
  const add = async (): Promise<void> => {
    if (isEmpty || busy) return;
    setBusy(true);
    setError(null);
    try {
      await addComment(issueKey, writeAdf(draft.text, draft.people), kind === 'note');
      drafts.delete(draftKey);
      say(kind === 'note' ? 'Internal note added.' : 'Reply sent to the customer.');
      onAdded();
    } catch (reason) {
      setError(reason as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="comment-form">
      <div className="segments" role="group" aria-label="Kind of comment">
        {mayReply && (
          <button type="button" aria-pressed={kind === 'reply'} onClick={() => setKind('reply')}>
            Reply to customer
          </button>
        )}
        <button type="button" aria-pressed={kind === 'note'} onClick={() => setKind('note')}>
          <LockLockedIcon label="" size="small" /> Add internal note
        </button>
      </div>
      <MentionArea
        label={kind === 'note' ? 'Internal note' : 'Reply to customer'}
        placeholder={
          kind === 'note'
            ? 'Only your colleagues see this. Type @ to tag somebody.'
            : 'The customer sees this.'
        }
        value={draft.text}
        isInternal={kind === 'note'}
        onChange={(text) => write({ text })}
        onMention={(person) => write({ people: [...draft.people, person] })}
        onSend={() => void add()}
      />
      {error && <Trouble error={error} title="The comment was not added" />}
      <div className="comment-buttons">
        <Button
          appearance="primary"
          isDisabled={isEmpty}
          isLoading={busy}
          onClick={() => void add()}
        >
          {kind === 'note' ? 'Add note' : 'Send reply'}
        </Button>
        {!isEmpty && (
          <Button appearance="subtle" onClick={() => write(nothing)}>
            Discard
          </Button>
        )}
        {!mayReply && (
          <span className="subtle small">As a collaborator you comment internally.</span>
        )}
      </div>
    </div>
  );
}
