import { spellDayShort } from '../../../shared/days';
import { usePage } from './page-context';
import { StackedBars } from './StackedBars';
import { Tickets } from './Tickets';
import { Trends } from '../Trends';
import { WeeksTable } from '../WeeksTable';
import { aspects } from './words';

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
      <Meetings />
      <Trends trends={trends} week={last} />
      <StackedBars
        title="Quality issues by week"
        series={aspects.map(({ title }) => title)}
        bars={weeks.map(({ from, issues }, place) => ({
          label: spellDayShort(from),
          values: aspects.map(({ aspect }) => issues[aspect].count),
          running: place === weeks.length - 1,
        }))}
      />
      <WeeksTable weeks={weeks} />
    </div>
  );
}

/** Where the changes and actions of the meetings are. */
function Meetings() {
  const keys = usePage().view.waiting.flatMap(({ kind, key }) => (kind === 'meeting' ? [key] : []));
  return keys.length === 0 ? null : (
    <p>
      Weekly meetings that are not recorded, or have open actions:{' '}
      {keys.map((key, place) => (
        <span key={key}>
          {place > 0 && ', '}
          <Tickets keys={[key]}>{key}</Tickets>
        </span>
      ))}
    </p>
  );
}
