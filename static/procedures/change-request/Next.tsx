import type { NextView } from '../../../src/procedures/change-request/contract/panel';
import { Moment } from '../../shared/Moment';
import { Person } from '../../shared/Person';
import { Decide } from './Decide';
import { useChange } from './panel-context';
import { Work } from './Work';

/** What has to be done now, by whom, and the means to do it; two side by side at the start. */
export function Next() {
  const { view } = useChange();
  if (view.state !== 'running') return null;
  return (
    <>
      {view.next.map((next) => (
        <NextBox key={next.step} next={next} />
      ))}
    </>
  );
}

/** Why the work is here again, and what the step before left. */
function Before({ next: { no, left } }: { next: NextView }) {
  return (
    <>
      {no !== null && (
        <p className="small">
          <span className="strong">
            {no.title}: no{no.build === null ? '' : `, build ${no.build}`}
          </span>{' '}
          ({no.by}, <Moment at={no.at} />
          ): {no.reason}
        </p>
      )}
      {left !== null && (
        <p className="small">
          <span className="strong">{left.title}</span>
          {left.build === null ? '' : `: build ${left.build}`}
          {left.by === null ? '' : ` (${left.by.name})`}
          {left.note === null ? '' : `: ${left.note}`}
        </p>
      )}
    </>
  );
}

function NextBox({ next }: { next: NextView }) {
  const { view } = useChange();
  const gate = view.gates.find((one) => one.gate === next.step);
  return (
    <section
      className={`next${next.yours ? ' next-yours' : ''}`}
      aria-label={`Next: ${next.title}`}
    >
      <h2 className="next-title">
        Next: {next.title}
        {gate !== undefined && <span className="subtle small"> gate {gate.number}</span>}
      </h2>
      <p>{next.text}</p>
      <Before next={next} />
      <p className="next-holders subtle small">
        With{' '}
        {next.holders.length === 0
          ? `the ${next.owner.charAt(0).toLowerCase()}${next.owner.slice(1)}`
          : next.holders.map((person) => <Person key={person.accountId} person={person} />)}{' '}
        since <Moment at={next.since} />
        {next.dueAt !== null && (
          <>
            , due <Moment at={next.dueAt} />
          </>
        )}
      </p>
      {gate === undefined ? <Work next={next} /> : <Decide gate={gate} />}
    </section>
  );
}
