import Lozenge from '@atlaskit/lozenge';
import { spellDayShort } from '../../../shared/days';
import { usePage } from './page-context';
import { StackedBars } from './StackedBars';
import { Tickets } from './Tickets';
import { aspects, rounded, verdicts } from './words';

/** For the weekly meeting: what changed in code quality, timing and accuracy against the weeks before. */
export function Weeks() {
  const { view } = usePage();
  const { weeks, trends } = view;
  const last = weeks.at(-2);
  return (
    <div className="page-part">
      <p className="subtle">
        {last === undefined
          ? ''
          : `The week from ${spellDayShort(last.from)} against the weeks before it. The running week is drawn lighter and not judged.`}
      </p>
      <ul className="trends">
        {trends.map(({ aspect, last: count, usual, verdict }) => {
          const { title, look } = verdicts[verdict];
          const keys = last?.issues[aspect].keys ?? [];
          return (
            <li key={aspect} className="trend">
              <span className="strong">{aspects.find((one) => one.aspect === aspect)?.title}</span>
              <span className="trend-number">
                <Tickets keys={keys}>{count}</Tickets>
              </span>
              <span className="subtle small">
                usually {rounded(Math.round(usual * 10) / 10)} a week
              </span>
              <Lozenge appearance={look}>{title}</Lozenge>
            </li>
          );
        })}
      </ul>
      <StackedBars
        title="Quality issues by week"
        series={aspects.map(({ title }) => title)}
        bars={weeks.map(({ from, issues }, place) => ({
          label: spellDayShort(from),
          values: aspects.map(({ aspect }) => issues[aspect].count),
          running: place === weeks.length - 1,
        }))}
      />
      <div className="table-frame" tabIndex={0} role="region" aria-label="The weeks as a table">
        <table className="number-table">
          <thead>
            <tr>
              <th scope="col">Week from</th>
              {aspects.map(({ aspect, title }) => (
                <th key={aspect} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">Failed cycles</th>
              <th scope="col">Signed-off releases</th>
              <th scope="col">Answered in time</th>
            </tr>
          </thead>
          <tbody>
            {[...weeks].reverse().map((week, place) => (
              <tr key={week.from}>
                <th scope="row">
                  {spellDayShort(week.from)}
                  {place === 0 && <span className="subtle small"> (running)</span>}
                </th>
                {aspects.map(({ aspect }) => (
                  <td key={aspect}>
                    <Tickets keys={week.issues[aspect].keys}>{week.issues[aspect].count}</Tickets>
                  </td>
                ))}
                <td>
                  <Tickets keys={week.cyclesFailed.keys}>{week.cyclesFailed.count}</Tickets>
                </td>
                <td>
                  <Tickets keys={week.released.keys}>{week.released.count}</Tickets>
                </td>
                <td>
                  {week.answeredInTime + week.answeredLate === 0 ? (
                    <span className="subtle">–</span>
                  ) : (
                    `${week.answeredInTime} of ${week.answeredInTime + week.answeredLate}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
