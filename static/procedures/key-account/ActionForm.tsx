import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { MeetingView } from '../../../src/procedures/key-account/contract/meeting';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useDraft } from '../../shared/use-draft';
import { AccountField } from './AccountField';
import { callKeyAccount } from './call';
import { OwnerField } from './OwnerField';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';

interface Props {
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** KA-07: what is to be done, by whom, and until when. */
export function ActionForm({ meeting, onClose }: Props) {
  const { view, issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [text, setText] = useDraft(`${issueId} action`);
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [cid, setCid] = useState('');
  const [asked, setAsked] = useState(false);
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = {
    text: text.trim().length < 5 ? 'Say what is to be done, in a sentence.' : undefined,
    owner: owner === '' ? 'Choose who does it.' : undefined,
    due: due === '' ? 'Enter the date.' : undefined,
  };
  const error = (field: keyof typeof missing): string | undefined =>
    (asked ? missing[field] : undefined) ?? at(field);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (Object.values(missing).some((one) => one !== undefined)) return;
    const done = await step(
      (expectedRevision) =>
        callKeyAccount('key-account.add-action', {
          text: text.trim(),
          owner,
          due,
          ...(cid === '' ? {} : { cid }),
          expectedRevision,
        }),
      'Added. The owner is told.',
    );
    if (!done) return;
    setText('');
    onClose();
  };
  return (
    <FormFrame
      label="Add an action"
      submit="Add"
      permission={{ allowed: true }}
      busy={busy}
      problem={['text', 'owner', 'due', 'cid'].includes(problem?.field ?? '') ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="What is to be done?"
        required
        help="It stands in the owner's list in these words."
        error={error('text')}
      >
        {(field) => (
          <TextField
            {...field}
            autoFocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="form-columns">
        <OwnerField
          people={meeting.people}
          owner={owner}
          error={error('owner')}
          onChange={setOwner}
        />
        <Field label="Due" required help="Reminded a working day before." error={error('due')}>
          {(field) => (
            <TextField
              {...field}
              type="date"
              min={view.today}
              value={due}
              onChange={(event) => setDue(event.currentTarget.value)}
            />
          )}
        </Field>
        <AccountField accounts={meeting.accounts} cid={cid} error={at('cid')} onChange={setCid} />
      </div>
    </FormFrame>
  );
}
