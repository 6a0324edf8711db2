import Button from '@atlaskit/button/new';
import { type ReactNode, useState } from 'react';
import { Moment } from '../../shared/Moment';
import { FactsForm } from './FactsForm';
import { useRelease } from './panel-context';
import { Processing } from './Processing';

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
