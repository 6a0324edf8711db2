import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callKeyAccounts } from './call';
import { Field } from '../../../shared/Field';
import { FormFrame } from '../../../shared/FormFrame';
import { tellDone } from '../../../shared/tell';
import { useWrite } from '../../../shared/use-write';
import { usePage } from './page-context';

/** A note for everybody who works on a ticket of the account, until a day. */
export function NoteForm({
  cid,
  name,
  onClose,
}: {
  cid: string;
  name: string;
  onClose: () => void;
}) {
  const { view, show } = usePage();
  const { busy, problem, run } = useWrite(show);
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = text.trim() === '' ? 'Write the note.' : undefined;
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing !== undefined) return;
    if (
      !(await run(() =>
        callKeyAccounts('key-account.add-note', {
          cid,
          text: text.trim(),
          until: until === '' ? null : until,
        }),
      ))
    )
      return;
    tellDone('The note is shown in the tickets of this account.');
    onClose();
  };
  return (
    <FormFrame
      label={`Note on ${name}`}
      submit="Add note"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem?.field === 'text' || problem?.field === 'until' ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Note"
        required
        help="Shown in every ticket of this account. Internal: customers never see it."
        error={(asked ? missing : undefined) ?? at('text')}
      >
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            minimumRows={2}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Show until" help="Empty: until somebody removes it." error={at('until')}>
        {(field) => (
          <TextField
            {...field}
            type="date"
            min={view.today}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
