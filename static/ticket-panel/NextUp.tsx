import type { NextStep } from '../../src/contract/ticket-panel';
import { Moment } from '../shared/Moment';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';

/** What happens if nobody acts, in order of time. */
export function NextUp({ steps }: { steps: readonly NextStep[] }) {
  const said = useSaid();
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="next-up">
      <h2 id="next-up" className="section">
        If nobody acts
      </h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={`${step.at} ${step.kind} ${step.text}`} className={`step step-${step.kind}`}>
            <Why why={step.why} about={said(step.text)}>
              <span className="step-time">
                <Moment at={step.at} />
              </span>
              {said(step.text)}
            </Why>
          </li>
        ))}
      </ol>
    </section>
  );
}
