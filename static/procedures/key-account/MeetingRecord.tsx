import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { MeetingView } from '../../../src/procedures/key-account/contract/meeting';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { callKeyAccount } from './call';
import { useKeyAccount } from './panel-context';
import { People } from './People';
import { useStep } from './use-step';

interface Props {
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** KA-06: on which day, and who attended for ISD. */
export function MeetingRecord({ meeting, onClose }: Props) {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [attended, setAttended] = useState<readonly string[]>([view.viewer.accountId]);
  const [others, setOthers] = useState('');
  const [on, setOn] = useState(view.today < meeting.day ? view.today : meeting.day);
  const [asked, setAsked] = useState(false);
  const at = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const nobody = attended.length === 0 ? 'Choose who attended for ISD.' : undefined;
  const open = meeting.actions.some(({ done }) => done === null);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (nobody !== undefined || on === '') return;
    const done = await step(
      (expectedRevision) =>
        callKeyAccount('key-account.hold-meeting', {
          attended,
          on,
          ...(others.trim() === '' ? {} : { others: others.trim() }),
          expectedRevision,
        }),
      'Recorded.',
    );
    if (done) onClose();
  };
  const error = (asked ? nobody : undefined) ?? at('attended');
  return (
    <FormFrame
      label="Record the meeting"
      submit="Record"
      permission={{ allowed: true }}
      busy={busy}
      problem={['attended', 'on', 'others'].includes(problem?.field ?? '') ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <People
        label="Who attended for ISD?"
        help=""
        people={meeting.people}
        chosen={attended}
        onChange={setAttended}
      />
      {error !== undefined && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
      <div className="form-columns">
        <Field
          label="Held on"
          required
          error={(asked && on === '' ? 'Enter the day.' : undefined) ?? at('on')}
        >
          {(field) => (
            <TextField
              {...field}
              type="date"
              min={meeting.week}
              max={view.today}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Other departments" help="Who was there, in a few words." error={at('others')}>
          {(field) => (
            <TextField
              {...field}
              value={others}
              onChange={(event) => setOthers(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <p className="subtle small">
        {open
          ? 'The ticket ends once its actions are finished.'
          : 'No action is open, so the ticket ends with this. Add changes and actions first.'}
      </p>
    </FormFrame>
  );
}
