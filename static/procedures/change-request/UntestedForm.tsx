import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { callChangeRequest } from './call';
import { useChange } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';

const environments = ['Integration', 'Production'] as const;

/** A build that goes on without its test: which, where to, and why. */
export function UntestedForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const permission = view.actions['allow-untested'];
  const [environment, setEnvironment] = useState<(typeof environments)[number]>('Integration');
  const [build, setBuild] = useState('');
  const [reason, setReason] = useState('');
  const { at, rest } = problemAt(problem, ['environment', 'build', 'reason']);
  const submit = async (): Promise<void> => {
    const allowed = await step(
      (expectedRevision) =>
        callChangeRequest('change-request.allow-untested', {
          environment,
          build,
          reason,
          expectedRevision,
        }),
      `Build ${build.trim()} may go to ${environment}.`,
    );
    if (allowed) onClose();
  };
  return (
    <FormFrame
      label={permission.title}
      submit={permission.title}
      permission={permission}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label="Where to" required error={at('environment')}>
        {({ isInvalid: _, ...field }) => (
          <select
            {...field}
            className="plain-select"
            value={environment}
            onChange={(event) =>
              setEnvironment(event.currentTarget.value as (typeof environments)[number])
            }
          >
            {environments.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Build" required error={at('build')}>
        {(field) => (
          <TextField
            {...field}
            maxLength={100}
            value={build}
            onChange={(event) => setBuild(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="Why?"
        required
        help="Shown with the build as not tested. It stays with the team."
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
    </FormFrame>
  );
}
