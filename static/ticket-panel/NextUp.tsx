import { useState } from 'react';
import type { NextStep } from '../../src/procedures/account-manager/contract/panel';
import { Moment } from '../shared/Moment';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';

const shownAtFirst = 3;

/** What happens if nobody acts, in order of time. */
export function NextUp({ steps, whole = false }: { steps: readonly NextStep[]; whole?: boolean }) {
  const [all, setAll] = useState(whole);
  const said = useSaid();
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="next-up">
      <h2 id="next-up" className="section">
        If nobody acts
      </h2>
      <ol className="steps">
        {(all ? steps : steps.slice(0, shownAtFirst)).map((step) => (
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
      {!whole && steps.length > shownAtFirst && (
        <button
          type="button"
          className="link-button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show all ${steps.length}`}
        </button>
      )}
    </section>
  );
}
