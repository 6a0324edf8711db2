import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Why } from '../../shared/Why';
import { WordsForm } from '../../shared/WordsForm';
import { useRelease } from './panel-context';
import { useStep } from './use-step';

/** Asked for every release, with no answer taken for granted; once cycles are due, leaving needs a second word. */
export function Processing() {
  const { release, closed, issueId } = useRelease();
  const { busy, problem, step } = useStep();
  const [leaving, setLeaving] = useState(false);
  const set = (value: boolean, reason?: string): Promise<boolean> =>
    step(
      (expectedRevision) =>
        callKeyAccount('key-account.set-processing', {
          value,
          ...(reason === undefined ? {} : { reason }),
          expectedRevision,
        }),
      reason !== undefined
        ? 'Another senior engineer is asked.'
        : value
          ? 'Production cycles are monitored.'
          : 'No production cycles to monitor.',
    );
  const choose = (value: boolean): void =>
    !value && release.monitored ? setLeaving(true) : void set(value);
  return (
    <>
      <fieldset className="choices processing" disabled={closed || busy}>
        <legend className="field-label">Is this release processing-related?</legend>
        <div className="people-choices">
          {(
            [
              [true, 'Yes, monitor production cycles'],
              [false, 'No'],
            ] as const
          ).map(([value, label]) => (
            <label key={label} className="choice">
              <input
                type="radio"
                name="processing"
                checked={release.processing === value}
                onChange={() => choose(value)}
              />
              {label}
            </label>
          ))}
        </div>
        {problem && !leaving && <ProblemMessage problem={problem} />}
      </fieldset>
      {leaving && release.leaving === null && (
        <WordsForm
          name="End monitoring"
          draft={`${issueId} end monitoring`}
          label="Why is it not processing-related after all?"
          help="Production cycles are being monitored: another senior engineer decides."
          submit="Ask"
          missing="Say why."
          field="reason"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(reason) => set(false, reason)}
          onClose={() => setLeaving(false)}
        />
      )}
      {release.leaving !== null && <Leaving />}
    </>
  );
}

function Leaving() {
  const { release, issueId } = useRelease();
  const { busy, problem, step } = useStep();
  const [goingOn, setGoingOn] = useState(false);
  const { leaving } = release;
  if (leaving === null) return null;
  const decide = (end: boolean, note?: string): Promise<boolean> =>
    step(
      (expectedRevision) =>
        callKeyAccount('key-account.decide-monitoring', {
          end,
          ...(note === undefined ? {} : { note }),
          expectedRevision,
        }),
      end ? 'Monitoring has ended.' : 'Monitoring goes on.',
    );
  return (
    <Notice appearance="warning" title="Shall monitoring end?">
      <p>
        {leaving.by.name}, <Moment at={leaving.at} />: {leaving.reason}
      </p>
      {leaving.whyNot !== null ? (
        <Why why={leaving.whyNot} question="Why not?" about="do I not decide this">
          <span className="subtle small">Another senior engineer decides.</span>
        </Why>
      ) : goingOn ? (
        <WordsForm
          name="Go on monitoring"
          draft={`${issueId} go on monitoring`}
          label="Why does it go on?"
          help=""
          submit="Go on monitoring"
          missing="Say why."
          field="note"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(note) => decide(false, note)}
          onClose={() => setGoingOn(false)}
        />
      ) : (
        <div className="buttons">
          <Button spacing="compact" isLoading={busy} onClick={() => void decide(true)}>
            End monitoring
          </Button>
          <Button spacing="compact" onClick={() => setGoingOn(true)}>
            Go on
          </Button>
        </div>
      )}
      {!goingOn && problem && <ProblemMessage problem={problem} />}
    </Notice>
  );
}
