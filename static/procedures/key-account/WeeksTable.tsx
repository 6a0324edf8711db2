import type { WeekView } from '../../../src/procedures/key-account/contract/overview';
import { spellDayShort } from '../../shared/days';
import { Tickets } from './overview/Tickets';
import { aspects } from './overview/words';

interface Props {
  /** The oldest first; the last is running. */
  readonly weeks: readonly WeekView[];
}

/** The weeks as numbers, the newest first, each with its tickets. */
export const WeeksTable = ({ weeks }: Props) => (
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
          <th scope="col">Late cycles</th>
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
              <Tickets keys={week.cyclesLate.keys}>{week.cyclesLate.count}</Tickets>
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
);
