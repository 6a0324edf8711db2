import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { HybridView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useStep } from './use-step';

/** HY-15: the tickets that were raised from here, and how those for the integrations team go on. */
export function Raised({ view: { raised, integrations } }: { view: HybridView }) {
  const { busy, problem, step } = useStep();
  const others = raised.filter(({ key }) => !integrations.some((one) => one.key === key));
  if (integrations.length + others.length === 0) return null;
  return (
    <section aria-labelledby="raised">
      <h2 id="raised" className="section">
        Tickets raised from here
      </h2>
      {problem && <ProblemMessage problem={problem} />}
      <ul className="plain">
        {integrations.map(({ id, key, summary, resolved, mayResolve }) => (
          <li key={id}>
            <span className="strong">{key ?? 'Being raised'}</span> {summary}{' '}
            {resolved === null ? (
              <Lozenge appearance="inprogress">Open</Lozenge>
            ) : (
              <>
                <Lozenge appearance="success">Resolved</Lozenge>{' '}
                <span className="small subtle">
                  <Moment at={resolved.at} />
                </span>
              </>
            )}{' '}
            {mayResolve && (
              <Button
                spacing="compact"
                isLoading={busy}
                onClick={() =>
                  void step(
                    (expectedRevision) =>
                      callHybrid('hybrid-account.resolve-integration', {
                        ticket: id,
                        expectedRevision,
                      }),
                    'Saved.',
                  )
                }
              >
                Mark as resolved
                <span className="for-screen-readers"> {summary}</span>
              </Button>
            )}
          </li>
        ))}
        {others.map(({ key, summary }) => (
          <li key={key}>
            <span className="strong">{key}</span> {summary}
          </li>
        ))}
      </ul>
    </section>
  );
}
