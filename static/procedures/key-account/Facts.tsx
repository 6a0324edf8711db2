import Button from '@atlaskit/button/new';
import { type ReactNode, useState } from 'react';
import { callKeyAccount } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { FactsForm } from './FactsForm';
import { useRelease } from './panel-context';
import { useStep } from './use-step';

/** What is released: commit, build, environment, people; and whether it touches processing. */
export function Facts() {
  const { release, closed } = useRelease();
  const [editing, setEditing] = useState(false);
  const { facts } = release;
  if (editing) return <FactsForm onClose={() => setEditing(false)} />;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Commit', facts.commit === null ? null : <code>{facts.commit}</code>],
    [
      'Author',
      facts.authors.length === 0 ? null : facts.authors.map(({ name }) => name).join(', '),
    ],
    ['Build', facts.build],
    ['Environment', facts.environment],
    [
      'Deployed',
      facts.deployedAt === null ? null : (
        <>
          <Moment at={facts.deployedAt} />
          {facts.deployer !== null && ` by ${facts.deployer.name}`}
        </>
      ),
    ],
    ['Checks showed', facts.results],
  ];
  return (
    <section aria-labelledby="facts" className="stack">
      <h2 id="facts" className="section">
        What is released
      </h2>
      <dl className="release-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className="subtle">Not yet</span>}</dd>
          </div>
        ))}
      </dl>
      <Processing />
      {!closed && (
        <div className="buttons">
          <Button spacing="compact" onClick={() => setEditing(true)}>
            Edit
            <span className="for-screen-readers"> what is released</span>
          </Button>
        </div>
      )}
    </section>
  );
}

/** Asked for every release, with no answer taken for granted. */
function Processing() {
  const { release, closed } = useRelease();
  const { busy, problem, step } = useStep();
  const set = (value: boolean): void =>
    void step(
      (expectedRevision) =>
        callKeyAccount('key-account.set-processing', { value, expectedRevision }),
      value ? 'Production cycles are monitored.' : 'No production cycles to monitor.',
    );
  return (
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
              onChange={() => set(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </fieldset>
  );
}
