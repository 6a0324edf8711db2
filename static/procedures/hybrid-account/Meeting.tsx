import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { OnboardingView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { download } from '../../shared/files';
import { Field } from '../../shared/Field';
import { Moment } from '../../shared/Moment';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useViewer } from '../../shared/viewer';
import { instantOfWallTime } from '../../shared/wall-time';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';

/** HY-05, HY-20: when the sync meeting is, and the file that puts it into a calendar. */
export function Meeting({ onboarding: { meeting } }: { onboarding: OnboardingView }) {
  const { side } = useHybrid().view;
  const { timeZone } = useViewer();
  const [wall, setWall] = useState('');
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<PageProblem | null>(null);
  const { busy, problem, step } = useStep();
  const set = async (): Promise<void> => {
    const at = wall === '' ? null : instantOfWallTime(wall, timeZone);
    setMissing(at === null);
    if (
      at !== null &&
      (await step(
        (expectedRevision) => callHybrid('hybrid-account.set-meeting', { at, expectedRevision }),
        'The meeting is set.',
      ))
    )
      setWall('');
  };
  const take = async (): Promise<void> => {
    setFailed(null);
    try {
      const { name, content } = await callHybrid('meeting.file', {});
      download(name, new Blob([content], { type: 'text/calendar;charset=utf-8' }));
    } catch (error) {
      setFailed(problemOf(error));
    }
  };
  return (
    <div className="stack meeting">
      <p>
        <span className="strong">Sync meeting, {meeting.minutes} minutes.</span> {meeting.agenda}{' '}
        {meeting.at === null ? (
          'It has no time yet.'
        ) : (
          <>
            It is <Moment at={meeting.at} />.
          </>
        )}
      </p>
      {(problem ?? failed) && <ProblemMessage problem={(problem ?? failed) as PageProblem} />}
      {side !== null && (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            void set();
          }}
        >
          <Field
            label={meeting.at === null ? 'When?' : 'Another time?'}
            help={`In your time (${timeZone}).`}
            error={missing ? 'Choose day and time.' : undefined}
          >
            {(field) => (
              <TextField
                {...field}
                type="datetime-local"
                value={wall}
                onChange={(event) => setWall(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className="buttons">
            <Button type="submit" spacing="compact" isLoading={busy}>
              Set meeting
            </Button>
            {meeting.at !== null && (
              <Button spacing="compact" onClick={() => void take()}>
                Download .ics
              </Button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
