import Button from '@atlaskit/button/new';
import { callKeyAccount } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Why } from '../../shared/Why';
import { useRelease } from './panel-context';
import { useStep } from './use-step';
import { reviewTitles } from './words';

/** Reviewed by a peer and double-checked by a senior engineer, before the client sees it. */
export function Reviews() {
  const { release, closed } = useRelease();
  const { busy, problem, step } = useStep();
  const ready = release.reviews.every(({ given }) => given !== null);
  return (
    <section aria-labelledby="reviews" className="stack">
      <h2 id="reviews" className="section">
        Before the client sees it
      </h2>
      <ul className="plain">
        {release.reviews.map(({ as, given, whyNot }) => (
          <li key={as} className={`task ${given === null ? 'task-open' : 'task-done'}`}>
            <div className="task-line">
              <span className="task-title">
                {reviewTitles[as]}
                {given !== null && (
                  <span className="subtle small">
                    {' '}
                    {given.by.name}, <Moment at={given.at} />, commit{' '}
                    <code>{given.commit.slice(0, 10)}</code>
                  </span>
                )}
              </span>
              {given === null && whyNot === null && !closed && (
                <Button
                  spacing="compact"
                  isDisabled={busy}
                  onClick={() =>
                    void step(
                      (expectedRevision) =>
                        callKeyAccount('key-account.review', { as, expectedRevision }),
                      `${reviewTitles[as]} given.`,
                    )
                  }
                >
                  {as === 'peer' ? 'I have reviewed it' : 'I have double-checked it'}
                </Button>
              )}
            </div>
            {given === null && whyNot !== null && (
              <Why why={whyNot} question="Why not?" about={`not by me: ${reviewTitles[as]}`}>
                <span className="subtle small">Not by you now.</span>
              </Why>
            )}
          </li>
        ))}
        <li
          className={`task ${release.clientReview === null ? (ready ? 'task-open' : 'task-later') : 'task-done'}`}
        >
          <div className="task-line">
            <span className="task-title">
              Client review
              {release.clientReview !== null && (
                <span className="subtle small">
                  {' '}
                  with the client since <Moment at={release.clientReview.at} />,{' '}
                  {release.clientReview.by.name}
                </span>
              )}
            </span>
            {release.clientReview === null && ready && !closed && (
              <Button
                spacing="compact"
                isDisabled={busy}
                onClick={() =>
                  void step(
                    (expectedRevision) =>
                      callKeyAccount('key-account.client-review', { expectedRevision }),
                    'With the client.',
                  )
                }
              >
                It is with the client
              </Button>
            )}
          </div>
        </li>
      </ul>
      {problem && <ProblemMessage problem={problem} />}
    </section>
  );
}
