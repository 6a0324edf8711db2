import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callPanel } from './call';
import { Field } from '../shared/Field';
import { FormFrame } from '../shared/FormFrame';
import { refreshTicket, tellDone } from '../shared/tell';
import { useDraft } from '../shared/use-draft';
import { useWrite } from '../shared/use-write';
import { usePanel } from './panel-context';

type Reason = 'management-asks' | 'sop-says';

const reasons: Readonly<Record<Reason, string>> = {
  'management-asks': 'Management explicitly asked for it',
  'sop-says': 'The individual SOP says so',
};

/** A contact with the account manager outside Jira (AM-01): only for one of two reasons, and on record. */
export function RecordContact({ onClose }: { onClose: () => void }) {
  const { issueId, view, show } = usePanel();
  const [reason, setReason] = useState<Reason | null>(null);
  const [channel, setChannel] = useDraft(`${issueId} contact channel`);
  const [note, setNote] = useDraft(`${issueId} contact note`);
  const [asked, setAsked] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const missing = {
    reason: reason === null,
    channel: channel.trim() === '',
    note: note.trim() === '',
  };

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (reason === null || missing.channel || missing.note) return;
    const input = {
      reason,
      channel: channel.trim(),
      note: note.trim(),
      expectedRevision: view.revision,
    };
    if (!(await run(() => callPanel('account-manager.record-contact', input)))) return;
    setChannel('');
    setNote('');
    onClose();
    tellDone('Contact recorded.');
    await refreshTicket();
  };
  return (
    <FormFrame
      label="Record contact"
      submit="Record contact"
      permission={view.actions['record-contact']}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="small">
        Account managers are not contacted by chat or mail, except for one of these reasons.
      </p>
      <fieldset className="choices">
        <legend className="field-label">Why outside Jira?</legend>
        {(Object.keys(reasons) as Reason[]).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="reason"
              checked={one === reason}
              onChange={() => setReason(one)}
            />
            <span>{reasons[one]}</span>
          </label>
        ))}
        {asked && missing.reason && (
          <p className="field-error" role="alert">
            Choose one of the two reasons.
          </p>
        )}
      </fieldset>
      <Field
        label="By what?"
        required
        help="For example phone, e-mail or chat."
        error={asked && missing.channel ? 'Say how you reached them.' : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            value={channel}
            onChange={(event) => setChannel(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="What was said?"
        required
        help="Posted as an internal comment; customers never see it."
        error={asked && missing.note ? 'Say what was agreed.' : undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxHeight="40vh"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
