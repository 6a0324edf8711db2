import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { Field } from '../shared/Field';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { callPanel } from './call';
import { focusOr } from './focus';
import { usePanel } from './panel-context';

/** The status was set without saying what is needed (AM-23): whoever set it, or an agent, says it. */
export function NoteMissing() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const [note, setNote] = useState('');
  if (view.ask?.noteMissing !== true || !view.actions['add-note'].allowed) return null;
  const add = async (): Promise<void> => {
    const done = await run(() =>
      callPanel('account-manager.add-note', { note, expectedRevision: view.revision }),
    );
    if (!done) return;
    focusOr(null);
    tellDone('Note added.');
    await refreshTicket();
  };
  return (
    <Notice appearance="warning" title="What is needed?">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <p>The status was set without a note. Say what you need from {view.ask.holder.name}.</p>
        <Field label="Note" error={problem?.field === 'note' ? problem.message : undefined}>
          {(field) => (
            <TextArea
              {...field}
              resize="smart"
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" isDisabled={note.trim() === ''} isLoading={busy}>
            Add note
          </Button>
        </div>
        {problem && problem.field !== 'note' && <ProblemMessage problem={problem} />}
      </form>
    </Notice>
  );
}
