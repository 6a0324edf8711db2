import Lozenge from '@atlaskit/lozenge';
import type { Retrospective } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { Moment } from '../../shared/Moment';
import { Why } from '../../shared/Why';
import { useRelease } from './panel-context';
import { Sign } from './Sign';
import { reviewTitles } from './words';

/** Reviewed by a peer and double-checked by a senior engineer, before the client sees it. */
export function Reviews() {
  const { release, closed } = useRelease();
  const { clientReview } = release;
  const ready = release.reviews.every(({ given }) => given !== null);
  return (
    <section aria-labelledby="reviews" className="stack">
      <h2 id="reviews" className="section">
        Before the client sees it
      </h2>
      <ul className="plain">
        {release.reviews.map(({ as, given, whyNot, late }) => (
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
                <Sign
                  label={as === 'peer' ? 'I have reviewed it' : 'I have double-checked it'}
                  what={reviewTitles[as]}
                  late={late}
                  done={`${reviewTitles[as]} given.`}
                  call={(expectedRevision, reason) =>
                    callKeyAccount('key-account.review', { as, ...reason, expectedRevision })
                  }
                />
              )}
            </div>
            {given !== null && <Late of={given.retrospective} />}
            {given === null && whyNot !== null && (
              <Why why={whyNot} question="Why not?" about={`not by me: ${reviewTitles[as]}`}>
                <span className="subtle small">Not by you now.</span>
              </Why>
            )}
          </li>
        ))}
        <li
          className={`task ${clientReview === null ? (ready ? 'task-open' : 'task-later') : 'task-done'}`}
        >
          <div className="task-line">
            <span className="task-title">
              Client review
              {clientReview !== null && (
                <span className="subtle small">
                  {' '}
                  with the client since <Moment at={clientReview.at} />, {clientReview.by.name}
                </span>
              )}
            </span>
            {clientReview === null && ready && !closed && (
              <Sign
                label="It is with the client"
                what="Client review"
                late={release.clientLate}
                done="With the client."
                call={(expectedRevision, reason) =>
                  callKeyAccount('key-account.client-review', { ...reason, expectedRevision })
                }
              />
            )}
          </div>
          {clientReview !== null && <Late of={clientReview.retrospective} />}
        </li>
      </ul>
    </section>
  );
}

/** That it was not signed when it happened, and why. */
function Late({ of }: { of: Retrospective | null }) {
  return (
    of !== null && (
      <p className="subtle small">
        <Lozenge appearance="moved">Retrospective</Lozenge> {of.because} Reason: {of.reason}
      </p>
    )
  );
}
