import { useState } from 'react';
import type { StepView } from '../../../src/procedures/change-request/contract/panel';
import { useNow } from '../../shared/clock';
import { Hint } from '../../shared/Hint';
import { Moment } from '../../shared/Moment';
import { spellMoment } from '../../shared/time';
import { useViewer } from '../../shared/viewer';

const spoken: Readonly<Record<StepView['state'], string>> = {
  done: 'done',
  skipped: 'skipped',
  now: 'now',
  again: 'to be done again',
  later: 'later',
};

/** Every step in order, gates as diamonds; the names on hover, or all of them as a list. */
export function Tracker({ steps }: { steps: readonly StepView[] }) {
  const [all, setAll] = useState(false);
  const now = useNow();
  const { timeZone } = useViewer();
  const about = ({ title, gateNumber, state, at, owner, why }: StepView): string =>
    `${title}${gateNumber === null ? '' : ` (gate ${gateNumber})`}: ${at === null ? `${spoken[state]}, ${why ?? owner}` : `${spoken[state]} ${spellMoment(at, now, timeZone)}`}`;
  return (
    <section aria-label="Progress" className="stack">
      <ol className="tracker" aria-label="Steps">
        {steps.map((step) => (
          <li
            key={step.key}
            className={`tracker-${step.kind} tracker-${step.state}`}
            aria-current={step.state === 'now' || step.state === 'again' ? 'step' : undefined}
          >
            <Hint text={about(step)}>
              <span className="tracker-mark" aria-hidden="true" />
              <span className="for-screen-readers">{about(step)}</span>
            </Hint>
          </li>
        ))}
      </ol>
      <div>
        <button
          type="button"
          className="link-button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Hide the steps' : 'Show all steps'}
        </button>
      </div>
      {all && (
        <ol className="tracker-list">
          {steps.map((step) => (
            <li key={step.key} className={`tracker-${step.kind} tracker-${step.state}`}>
              <span className="tracker-mark" aria-hidden="true" />
              <span>
                {step.title}
                {step.gateNumber !== null && (
                  <span className="subtle small"> gate {step.gateNumber}</span>
                )}
                {step.customerSees && <span className="subtle small"> · the customer sees it</span>}
              </span>
              <span className="subtle small">
                {step.at === null ? (
                  (step.why ?? step.owner)
                ) : (
                  <>
                    <Moment at={step.at} />
                    {step.by !== null && ` · ${step.by.name}`}
                  </>
                )}
                {(step.state === 'again' || step.state === 'skipped') && ` · ${spoken[step.state]}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
