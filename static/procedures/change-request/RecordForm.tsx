import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type {
  EvidenceForm,
  GateView,
  WorkKey,
} from '../../../src/procedures/change-request/contract/panel';
import { callChangeRequest } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { BackTo } from './DeclineForm';
import { EvidenceFields } from './EvidenceFields';
import { useChange } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';
import { decisionWords } from './words';

const fields = ['id', 'address', 'person', 'messageId', 'date', 'comment', 'reason', 'backTo'];

/** What the customer decided elsewhere, with what shows it. Nobody of ours decides for them. */
export function RecordForm({ gate, onClose }: { gate: GateView; onClose: () => void }) {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const [approved, setApproved] = useState(true);
  const [evidence, setEvidence] = useState<EvidenceForm>({
    kind: 'mail',
    messageId: '',
    date: view.today,
    address: '',
  });
  const [reason, setReason] = useState('');
  const [backTo, setBackTo] = useState<WorkKey | undefined>(gate.backTo[0]?.step);
  const { at, rest } = problemAt(problem, fields);
  const words = decisionWords(gate);
  const submit = async (): Promise<void> => {
    const payload = {
      gate: gate.gate,
      approved,
      evidence,
      ...(approved ? {} : { reason, ...(backTo === undefined ? {} : { backTo }) }),
    };
    if (
      await step(
        (expectedRevision) =>
          callChangeRequest('change-request.record', { ...payload, expectedRevision }),
        'The customer’s decision is recorded.',
      )
    )
      onClose();
  };
  return (
    <FormFrame
      label={`Record: ${gate.title}`}
      submit="Record"
      permission={gate.may.record}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend className="field-label">What did the customer decide?</legend>
        {(
          [
            [true, words.yes],
            [false, words.no],
          ] as const
        ).map(([value, label]) => (
          <label key={label} className="choice">
            <input
              type="radio"
              name={`decided-${gate.gate}`}
              checked={approved === value}
              onChange={() => setApproved(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <EvidenceFields value={evidence} at={at} onChange={setEvidence} />
      {!approved && (
        <>
          <Field label="Why?" required help="In the customer’s words." error={at('reason')}>
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
        </>
      )}
    </FormFrame>
  );
}
