import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useRelease } from './panel-context';
import { useStep } from './use-step';

/** K5: who witnesses all three; who cannot go on hands over, with a reason. */
export function HandOver() {
  const { view, release } = useRelease();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { witnessIs, whyNotHandOver } = release;
  if (witnessIs === null || whyNotHandOver !== null) return null;
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = {
    to: to === '' ? 'Choose who goes on.' : undefined,
    reason: reason.trim().length < 5 ? 'Say why, in a sentence.' : undefined,
  };
  if (!open)
    return (
      <div className="buttons">
        <Button spacing="compact" appearance="subtle" onClick={() => setOpen(true)}>
          Hand over from {witnessIs.name}
        </Button>
      </div>
    );
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing.to !== undefined || missing.reason !== undefined) return;
    const done = await step(
      (expectedRevision) =>
        callKeyAccount('key-account.hand-over-witness', {
          to,
          reason: reason.trim(),
          expectedRevision,
        }),
      'Handed over.',
    );
    if (done) setOpen(false);
  };
  return (
    <FormFrame
      label="Hand over the witness"
      submit="Hand over"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem?.field === 'to' || problem?.field === 'reason' ? null : problem}
      onSubmit={() => void submit()}
      onClose={() => setOpen(false)}
    >
      <Field
        label="Who witnesses from here on?"
        required
        error={(asked ? missing.to : undefined) ?? at('to')}
      >
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          >
            <option value="">Choose a senior engineer</option>
            {view.people
              .filter(({ accountId }) => accountId !== witnessIs.accountId)
              .map(({ accountId, name }) => (
                <option key={accountId} value={accountId}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field
        label={`Why can ${witnessIs.name} not go on?`}
        required
        error={(asked ? missing.reason : undefined) ?? at('reason')}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
