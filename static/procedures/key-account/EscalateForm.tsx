import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Aspect } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';
import { aspects } from './words';

/** What is wrong, and what it is about; everything else follows by itself. */
export function EscalateForm({ onClose }: { onClose: () => void }) {
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [what, setWhat] = useDraft(`${issueId} escalate`);
  const [aspect, setAspect] = useState<Aspect>('code-quality');
  const [asked, setAsked] = useState(false);
  const missing = what.trim().length < 10 ? 'Say what is wrong, in a sentence.' : undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing !== undefined) return;
    if (
      !(await step(
        (expectedRevision) =>
          callKeyAccount('key-account.escalate', { aspect, what: what.trim(), expectedRevision }),
        'Escalated.',
      ))
    )
      return;
    setWhat('');
    onClose();
  };
  const atField = problem?.field === 'what';
  return (
    <FormFrame
      label="Escalate quality issue"
      submit="Escalate now"
      permission={{ allowed: true }}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="What is wrong?"
        required
        help="Internal: customers never see it."
        error={asked && missing !== undefined ? missing : atField ? problem.message : undefined}
      >
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            minimumRows={2}
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">What is it about?</legend>
        {(Object.keys(aspects) as Aspect[]).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="aspect"
              checked={aspect === one}
              onChange={() => setAspect(one)}
            />
            {aspects[one]}
          </label>
        ))}
      </fieldset>
      <p className="subtle small">
        The ticket gets the highest priority and the label, a linked ticket records it, and the
        first of the escalation ladder is asked to answer.
      </p>
    </FormFrame>
  );
}
