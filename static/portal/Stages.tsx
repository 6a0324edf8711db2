import type { PortalView } from '../../src/procedures/change-request/contract/portal';
import { Moment } from '../shared/Moment';

const spoken = { done: 'done', now: 'now', later: 'still to come' } as const;

/** The customer's own stages, in their words. */
export const Stages = ({ stages }: { stages: PortalView['stages'] }) => (
  <section aria-labelledby="stages">
    <h2 id="stages">Where it stands</h2>
    <ol className="portal-stages">
      {stages.map(({ title, state, at }) => (
        <li
          key={title}
          className={`portal-stage portal-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="portal-mark" aria-hidden="true" />
          <span>
            {title}
            <span className="for-screen-readers">, {spoken[state]}</span>
          </span>
          {at !== null && (
            <span className="subtle small">
              <Moment at={at} />
            </span>
          )}
        </li>
      ))}
    </ol>
  </section>
);
