import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { Count, MonthView } from '../../../../src/procedures/key-account/contract/overview';
import { spellDay, spellMonth, spellMonthShort } from '../../../shared/days';
import { StackedBars } from './StackedBars';
import { Tickets } from './Tickets';
import { aspects, signOffs } from './words';

/** What Operations brings the end-of-month document up to date from. */
export function MonthSummary({
  month: shown,
  children,
}: {
  month: MonthView;
  /** What it tells beside its numbers. */
  children: ReactNode;
}) {
  // A month that is not over says nothing against a whole one.
  const before = shown.running ? undefined : shown.before.at(-2);
  return (
    <article className="month" aria-label={`Summary of ${spellMonth(shown.month)}`}>
      <div className="page-head">
        <h2>{spellMonth(shown.month)}</h2>
        {shown.confirmed !== null ? (
          <Lozenge appearance="success">Document updated</Lozenge>
        ) : (
          <Lozenge appearance={shown.running ? 'default' : 'moved'}>
            {shown.running ? 'Not over yet' : 'Document not confirmed'}
          </Lozenge>
        )}
      </div>
      {shown.confirmed !== null && (
        <p className="subtle small">
          Confirmed by {shown.confirmed.by?.name ?? 'Operations'} on {spellDay(shown.confirmed.on)}{' '}
          in <Tickets keys={[shown.confirmed.key]}>{shown.confirmed.key}</Tickets>
        </p>
      )}
      <dl className="figures">
        <Figure name="Escalations" count={shown.escalations} before={before?.escalations} />
        <Figure
          name="Answered in time"
          count={shown.answeredInTime}
          note={`${shown.answeredLate.count} late`}
        />
        <Figure
          name="Releases signed off"
          count={shown.signedOff}
          before={before?.signedOff}
          note={
            shown.retrospective.count === 0
              ? undefined
              : `${shown.retrospective.count} retrospective`
          }
        />
        <Figure name="Releases finished" count={shown.finished} />
        <Figure
          name="Production cycles failed"
          count={shown.cyclesFailed}
          before={before?.cyclesFailed}
          note={`${shown.cyclesPassed.count} passed`}
        />
      </dl>
      <StackedBars
        title="Quality issues by month"
        series={aspects.map(({ title }) => title)}
        bars={shown.before.map((one) => ({
          label: spellMonthShort(one.month),
          values: aspects.map(({ aspect }) => one.issues[aspect]),
          running: shown.running && one.month === shown.month,
        }))}
      />
      <Months months={shown.before} />
      <List month={shown} />
      <Releases month={shown} />
      {children}
    </article>
  );
}

function Figure({
  name,
  count,
  before,
  note,
}: {
  name: string;
  count: Count;
  before?: number | undefined;
  note?: string | undefined;
}) {
  const change = before === undefined ? null : count.count - before;
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <span className="figure-number">
          <Tickets keys={count.keys} label={`${count.count} ${name.toLowerCase()}`}>
            {count.count}
          </Tickets>
        </span>
        <span className="subtle small">
          {[
            change === null
              ? null
              : change === 0
                ? 'as the month before'
                : `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than the month before`,
            note,
          ]
            .filter((one) => one != null)
            .join(' · ')}
        </span>
      </dd>
    </div>
  );
}

function Months({ months }: { months: MonthView['before'] }) {
  return (
    <details>
      <summary>The months as a table</summary>
      <div className="table-frame" tabIndex={0} role="region" aria-label="The months as a table">
        <table className="number-table">
          <thead>
            <tr>
              <th scope="col">Month</th>
              {aspects.map(({ aspect, title }) => (
                <th key={aspect} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">Escalations</th>
              <th scope="col">Signed off</th>
              <th scope="col">Retrospective</th>
              <th scope="col">Failed cycles</th>
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map((one) => (
              <tr key={one.month}>
                <th scope="row">{spellMonth(one.month)}</th>
                {aspects.map(({ aspect }) => (
                  <td key={aspect}>{one.issues[aspect]}</td>
                ))}
                <td>{one.escalations}</td>
                <td>{one.signedOff}</td>
                <td>{one.retrospective}</td>
                <td>{one.cyclesFailed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function List({ month: { list } }: { month: MonthView }) {
  return (
    <section>
      <h3>The list</h3>
      {list.length === 0 ? (
        <p className="subtle">No key accounts in this month.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Since</th>
              <th scope="col">Change in this month</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ cid, name, from, until, change, key }) => (
              <tr key={cid}>
                <th scope="row">
                  {name} <span className="subtle">({cid})</span>
                </th>
                <td>
                  {from === null ? 'Always' : spellDay(from)}
                  {until !== null && ` until ${spellDay(until)}`}
                </td>
                <td>
                  {change !== null && (
                    <Lozenge appearance={change === 'added' ? 'success' : 'removed'}>
                      {change === 'added' ? 'Added' : 'Removed'}
                    </Lozenge>
                  )}{' '}
                  {key !== null && <Tickets keys={[key]}>{key}</Tickets>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Releases({ month: { releases } }: { month: MonthView }) {
  return (
    <section>
      <h3>Releases and their monitoring</h3>
      {releases.length === 0 ? (
        <p className="subtle">No releases in this month.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col">Sign-off</th>
              <th scope="col">Cycles</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {releases.map(({ key, cid, startedOn, signOff, cycles, finished }) => (
              <tr key={key}>
                <th scope="row">
                  <Tickets keys={[key]}>{key}</Tickets>{' '}
                  <span className="subtle">
                    {cid ?? ''}, {spellDay(startedOn)}
                  </span>
                </th>
                <td>
                  <Lozenge appearance={signOffs[signOff].look}>{signOffs[signOff].title}</Lozenge>
                </td>
                <td>
                  {cycles.passed} passed{cycles.failed > 0 && `, ${cycles.failed} failed`}
                </td>
                <td>{finished ? 'Finished' : 'Open'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
