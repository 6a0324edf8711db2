import type { StepView } from '../../src/contract/change-request';

const spoken: Readonly<Record<StepView['state'], string>> = { done: 'done', skipped: 'skipped', now: 'now', again: 'to be done again', later: 'later' };

/** Every step in order; gates are diamonds. */
export function Tracker({ steps }: { steps: readonly StepView[] }) {
  return (
    <ol className="tracker" aria-label="Steps">
      {steps.map(({ key, title, kind, state, owner }) => (
        <li key={key} className={`tracker-${kind} tracker-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="tracker-mark" aria-hidden="true" />
          <span>
            {title} <span className="subtle">{owner}</span>
            <span className="for-screen-readers">, {spoken[state]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
