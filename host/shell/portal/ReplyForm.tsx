import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { say } from '../parts/say';
import { Trouble } from '../parts/Trouble';
import { reply } from './requests';

/** A customer's reply. What was typed stays until it is sent. */
export function ReplyForm({
  issueKey,
  onSent,
}: {
  readonly issueKey: string;
  readonly onSent: () => void;
}) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await reply(issueKey, text);
      setText('');
      say('Reply sent.');
      onSent();
    } catch (reason) {
      setError(reason as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor="portal-reply" className="strong">
        Add a reply
      </label>
      <textarea
        id="portal-reply"
        className="text-area"
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <Trouble error={error} title="The reply was not sent" />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isDisabled={text.trim() === ''} isLoading={busy}>
          Send
        </Button>
      </div>
    </form>
  );
}
