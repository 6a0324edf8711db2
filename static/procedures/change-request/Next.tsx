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
      <p className="next-holders subtle small">
        With{' '}
        {next.holders.length === 0
          ? `the ${next.owner.charAt(0).toLowerCase()}${next.owner.slice(1)}`
          : next.holders.map((person) => <Person key={person.accountId} person={person} />)}{' '}
        since <Moment at={next.since} />
      </p>
      {gate === undefined ? <Work next={next} /> : <Decide gate={gate} />}
    </section>
  );
}
