import './trends.css';
import Lozenge from '@atlaskit/lozenge';
import type { Trend, WeekView } from '../../../src/procedures/key-account/contract/overview';
import { Tickets } from './overview/Tickets';
import { aspects, rounded, verdicts } from './overview/words';

interface Props {
  readonly trends: readonly Trend[];
  /** The week that is judged. */
  readonly week: WeekView | undefined;
}

/** KA-07: code quality, timing and accuracy in the last whole week, against the weeks before it. */
export function Trends({ trends, week }: Props) {
  return (
    <ul className="trends">
      {trends.map(({ aspect, last, usual, verdict }) => {
        const { title, look } = verdicts[verdict];
        return (
          <li key={aspect} className="trend">
            <span className="strong">{aspects.find((one) => one.aspect === aspect)?.title}</span>
            <span className="trend-number">
              <Tickets keys={week?.issues[aspect].keys ?? []}>{last}</Tickets>
            </span>
            <span className="subtle small">
              usually {rounded(Math.round(usual * 10) / 10)} a week
            </span>
            <Lozenge appearance={look}>{title}</Lozenge>
          </li>
        );
      })}
    </ul>
  );
}
