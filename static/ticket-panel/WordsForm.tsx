import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { TicketView } from '../../src/contract/ticket-panel';
import { callPanel } from '../shared/call';
import { Field } from '../shared/Field';
import { refreshTicket, tellDone } from '../shared/tell';
import { useDraft } from '../shared/use-draft';
import { useWrite } from '../shared/use-write';
import { FormFrame } from '../shared/FormFrame';
import { usePanel } from './panel-context';

interface Words {
  readonly label: string;
  readonly help: string;
  readonly submit: string;
  readonly missing: string;
  readonly done: string;
  readonly field: 'text' | 'reason';
  readonly send: (words: string, expectedRevision: number) => Promise<TicketView>;
}

const wordsOf: Readonly<Record<'answer' | 'escalate' | 'withdraw', Words>> = {
  answer: {
    label: 'Your answer',
    help: 'Posted as an internal comment; customers never see it. The ticket goes back to support.',
    submit: 'Post and hand back',
    missing: 'Write the answer support can work with.',
    done: 'Answer posted. The ticket is handed back to support.',
    field: 'text',
    send: (text, expectedRevision) => callPanel('ask.answer', { text, expectedRevision }),
  },
  escalate: {
    label: 'Why now?',
    help: 'Whoever is above is tagged with this in an internal comment.',
    submit: 'Escalate now',
    missing: 'Say why it cannot wait, for example who in leadership asks for it.',
    done: 'Escalated.',
    field: 'reason',
    send: (reason, expectedRevision) => callPanel('ask.escalate', { reason, expectedRevision }),
  },
  withdraw: {
    label: 'Why is the answer no longer needed?',
    help: 'The request ends, and this reason stays in the history.',
    submit: 'Withdraw request',
    missing: 'Say why the answer is no longer needed.',
    done: 'Request withdrawn.',
    field: 'reason',
    send: (reason, expectedRevision) => callPanel('ask.withdraw', { reason, expectedRevision }),
  },
};

/** The forms that need one text: the answer, or the reason. */
export function WordsForm({ action, onClose }: { action: keyof typeof wordsOf; onClose: () => void }) {
  const { issueId, view, show } = usePanel();
  const words = wordsOf[action];
  const [text, setText] = useDraft(`${issueId} ${action}`);
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const atField = problem?.field === words.field;

  const submit = async (): Promise<void> => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    if (!(await run(() => words.send(text.trim(), view.revision)))) return;
    setText('');
    onClose();
    tellDone(words.done);
    await refreshTicket();
  };
  return (
    <FormFrame
      label={words.label}
      submit={words.submit}
      permission={view.actions[action]}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label={words.label} help={words.help} required error={missing ? words.missing : atField ? problem.message : undefined}>
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            minimumRows={3}
            maxHeight="40vh"
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
    </FormFrame>
  );
}
