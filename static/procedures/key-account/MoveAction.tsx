import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { ActionView } from '../../../src/procedures/key-account/contract/meeting';
import type { PersonView } from '../../../src/contract/why';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { callKeyAccount } from './call';
import { OwnerField } from './OwnerField';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';

interface Props {
  readonly action: ActionView;
  readonly people: readonly PersonView[];
  readonly onClose: () => void;
}

/** KA-07: an action that is not finished gets another date or owner, with a reason. */
export function MoveAction({ action, people, onClose }: Props) {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [due, setDue] = useState(action.due);
  const [owner, setOwner] = useState(action.owner.accountId);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = reason.trim().length < 5 ? 'Say why, in a sentence.' : undefined;
  const known = people.some(({ accountId }) => accountId === action.owner.accountId);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing !== undefined || due === '' || owner === '') return;
    const done = await step(
      (expectedRevision) =>
        callKeyAccount('key-account.move-action', {
          id: action.id,
          due,
          ...(owner === action.owner.accountId ? {} : { owner }),
          reason: reason.trim(),
          expectedRevision,
        }),
      'Moved.',
    );
    if (done) onClose();
  };
  return (
    <FormFrame
      label={`Move: ${action.text}`}
      submit="Move"
      permission={{ allowed: true }}
      busy={busy}
      problem={['due', 'owner', 'reason'].includes(problem?.field ?? '') ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="form-columns">
        <Field
          label="Due"
          required
          error={(asked && due === '' ? 'Enter the date.' : undefined) ?? at('due')}
        >
          {(field) => (
            <TextField
              {...field}
              autoFocus
              type="date"
              min={view.today}
              value={due}
              onChange={(event) => setDue(event.currentTarget.value)}
            />
          )}
        </Field>
        <OwnerField
          people={known ? people : [action.owner, ...people]}
          owner={owner}
          error={(asked && owner === '' ? 'Choose who does it.' : undefined) ?? at('owner')}
          onChange={setOwner}
        />
      </div>
      <Field label="Why?" required error={(asked ? missing : undefined) ?? at('reason')}>
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
