import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { StepKey } from '../../../src/procedures/change-request/contract/panel';
import type { Permission } from '../../../src/contract/action';
import { callChangeRequest } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useChange } from './panel-context';
import { problemAt } from './problem-at';
import { useStep } from './use-step';

/** Finishes a step without a form of its own; a deployment names its build. */
export function CompleteForm({
  step,
  permission,
  onClose,
}: {
  step: StepKey;
  permission?: Permission;
  onClose: () => void;
}) {
  const { view } = useChange();
  const { busy, problem, step: take } = useStep();
  const { environment, title, tested } = view.steps.find(({ key }) => key === step) ?? {
    environment: null,
    title: step,
    tested: null,
  };
  const before = view.content?.builds.find((one) => one.environment === environment)?.build ?? '';
  const [build, setBuild] = useState(tested ?? before);
  const [note, setNote] = useState('');
  const { at, rest } = problemAt(problem, ['build', 'note']);
  const submit = async (): Promise<void> => {
    const payload = {
      step,
      ...(environment === null ? {} : { build: build.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (
      await take(
        (expectedRevision) =>
          callChangeRequest('change-request.complete', { ...payload, expectedRevision }),
        environment === null ? `${title} is done.` : `Deployed to ${environment}.`,
      )
    )
      onClose();
  };
  return (
    <FormFrame
      label={title}
      submit={environment === null ? 'Done' : `Deployed to ${environment}`}
      permission={permission ?? view.actions.complete}
      busy={busy}
      problem={rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {environment !== null && (
        <Field
          label="Build"
          required
          help={
            tested !== null
              ? `Build ${tested} was tested. Another one goes on only with the approver’s reason.`
              : before === ''
                ? `What is on ${environment} now.`
                : `On ${environment} now: ${before}. Another build is tested again.`
          }
          error={at('build')}
        >
          {(field) => (
            <TextField
              {...field}
              maxLength={100}
              value={build}
              onChange={(event) => setBuild(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Field label="Note" help="For the team, if there is something to know." error={at('note')}>
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
