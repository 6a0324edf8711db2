import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { callKeyAccount } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Checklist } from './Checklist';
import { Cycles } from './Cycles';
import { Facts } from './Facts';
import { useRelease } from './panel-context';
import { Reviews } from './Reviews';
import { useStep } from './use-step';
import { Witness } from './Witness';

/** A release from review to the last production cycle; what blocks its finish stands at the top. */
export function Release() {
  const { release } = useRelease();
  const items = release.sections.flatMap((section) => section.items);
  const done = items.filter((item) => item.done !== null).length;
  return (
    <>
      <section aria-labelledby="release" className="stack">
        <div className="key-head">
          <h2 id="release" className="headline">
            Release {release.facts.build ?? ''}
          </h2>
          <div className="card-states">
            {release.finished !== null ? (
              <Lozenge appearance="success">Finished</Lozenge>
            ) : release.signedOff ? (
              <Lozenge appearance="inprogress">Signed off</Lozenge>
            ) : (
              <Lozenge appearance="default">Open</Lozenge>
            )}
          </div>
        </div>
        <div
          className="bar"
          role="progressbar"
          aria-label="Checklist"
          aria-valuemin={0}
          aria-valuemax={items.length}
          aria-valuenow={done}
        >
          <span
            style={{ inlineSize: `${items.length === 0 ? 0 : (done / items.length) * 100}%` }}
          />
        </div>
        <p className="subtle small">
          {done} of {items.length} items ticked · started by {release.started.by.name}{' '}
          <Moment at={release.started.at} />
        </p>
        <Blocks />
      </section>
      <Facts />
      <Reviews />
      <Checklist />
      <Witness />
      <Cycles />
    </>
  );
}

/** What still keeps it from being finished, as sentences; or the button that finishes it. */
function Blocks() {
  const { release, closed } = useRelease();
  const { busy, problem, step } = useStep();
  const { blocks, finished } = release;
  if (finished !== null) {
    return (
      <p>
        Finished by {finished.by.name} <Moment at={finished.at} />.
      </p>
    );
  }
  return (
    <>
      {blocks.length > 0 && (
        <div className="blocks">
          <h3 className="field-label">Before it can be finished</h3>
          <ul>
            {blocks.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {blocks.length === 0 && !closed && (
        <div className="buttons">
          <Button
            appearance="primary"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callKeyAccount('key-account.finish-release', { expectedRevision }),
                'The release is finished.',
              )
            }
          >
            Finish release
          </Button>
        </div>
      )}
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
