import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { GateView, WorkKey } from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { useChange } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';
import { decisionWords } from './words';

/** A "no" with its reason, and where the work goes on. */
export function DeclineForm({ gate, onClose }: { gate: GateView; onClose: () => void }) {
  const { issueId } = useChange();
  const { busy, problem, step } = useStep();
  const [reason, setReason] = useDraft(`decline-${issueId}-${gate.gate}`);
  const [backTo, setBackTo] = useState<WorkKey | undefined>(gate.backTo[0]?.step);
  const { at, rest } = problemAt(problem, ['reason', 'backTo']);
  const words = decisionWords(gate);
  const submit = async (): Promise<void> => {
    const payload = { gate: gate.gate, reason, ...(backTo === undefined ? {} : { backTo }) };
    if (
      await step(
        (expectedRevision) =>
          callChangeRequest('change-request.decline', { ...payload, expectedRevision }),
        `${words.refused}. The work goes back.`,
      )
    )
      setReason('');
  };
  return (
    <FormFrame
      label={`${words.no}: ${gate.title}`}
      submit={words.no}
      permission={gate.may.decline}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Why?"
        required
        help="Whoever does the work again reads it."
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
      <BackTo gate={gate} value={backTo} error={at('backTo')} onChange={setBackTo} />
    </FormFrame>
  );
}

/** Where the work goes on after a "no"; the likely step first. */
export function BackTo({
  gate,
  value,
  error,
  onChange,
}: {
  gate: GateView;
  value: WorkKey | undefined;
  error: string | undefined;
  onChange: (step: WorkKey) => void;
}) {
  if (gate.backTo.length < 2) return null;
  return (
    <Field
      label="The work goes back to"
      help="What lies between is done, and decided, again."
      error={error}
    >
      {({ isInvalid: _, ...field }) => (
        <select
          {...field}
          className="plain-select"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as WorkKey)}
        >
          {gate.backTo.map(({ step, title }) => (
            <option key={step} value={step}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
