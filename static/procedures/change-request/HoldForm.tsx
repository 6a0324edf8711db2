import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { callChangeRequest } from './call';
import { useChange } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';

/** A hold with its reason, and the day on which whoever holds it looks again. */
export function HoldForm({ onClose }: { onClose: () => void }) {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const [reason, setReason] = useDraft(`hold-${issueId}`);
  const [until, setUntil] = useState(view.hold?.until ?? '');
  const { at, rest } = problemAt(problem, ['reason', 'until']);
  const label = view.hold === null ? view.actions.hold.title : 'Extend the hold';
  const submit = async (): Promise<void> => {
    const held = await step(
      (expectedRevision) =>
        callChangeRequest('change-request.hold', {
          reason,
          until: until === '' ? null : until,
          expectedRevision,
        }),
      'On hold.',
    );
    if (held) onClose();
  };
  return (
    <FormFrame
      label={label}
      submit={label}
      permission={view.actions.hold}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Why?"
        required
        help="The customer sees that it is on hold. The reason stays with the team."
        error={at('reason')}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="Until"
        help="You are reminded then. Without a day, after the time in the settings."
        error={at('until')}
      >
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
