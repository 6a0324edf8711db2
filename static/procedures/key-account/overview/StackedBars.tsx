import { useId } from 'react';

export interface Bar {
  readonly label: string;
  /** One number for each series, in their order. */
  readonly values: readonly number[];
  /** Drawn lighter: it is not over yet. */
  readonly running?: boolean;
}

interface Props {
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

const width = 720;
const height = 200;
const margin = { top: 12, bottom: 26, left: 28, right: 4 };

/** Round steps of an axis that reaches `most`. */
function steps(most: number): number[] {
  const step = Math.max(
    1,
    [1, 2, 5, 10, 20, 50, 100].find((one) => most / one <= 5) ?? Math.ceil(most / 5),
  );
  return Array.from(
    { length: Math.floor(Math.max(most, 1) / step) + 1 },
    (_, place) => place * step,
  );
}

/** Counts over time, stacked by series. The table beside it has the same numbers for those who read rather than look. */
export function StackedBars({ title, series, bars }: Props) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, one) => sum + one, 0)));
  const ticks = steps(most);
  const top = Math.max(most, ticks.at(-1) ?? most);
  const plot = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const slot = plot.width / Math.max(1, bars.length);
  const y = (value: number): number => margin.top + plot.height - (value / top) * plot.height;
  return (
    <figure className="chart">
      <figcaption id={id}>{title}</figcaption>
      {/* On a narrow window the newest bars are a scroll away rather than too small to read. */}
      <div className="chart-frame" tabIndex={0} role="group" aria-label={`${title}, chart`}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className="chart-line"
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text className="chart-text" x={margin.left - 6} y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          {bars.map(({ label, values, running }, place) => {
            let below = 0;
            const x = margin.left + place * slot + slot * 0.18;
            return (
              <g
                key={`${place} ${label}`}
                className={running === true ? 'chart-running' : undefined}
              >
                {values.map((value, one) => {
                  const from = below;
                  below += value;
                  return value === 0 ? null : (
                    <rect
                      key={series[one]}
                      className={`chart-bar chart-bar-${one}`}
                      x={x}
                      y={y(below)}
                      width={slot * 0.64}
                      height={y(from) - y(below)}
                    >
                      <title>{`${label}: ${value} ${series[one]?.toLowerCase() ?? ''}`}</title>
                    </rect>
                  );
                })}
                <text
                  className="chart-text"
                  x={margin.left + place * slot + slot / 2}
                  y={height - 8}
                  textAnchor="middle"
                >
                  {label}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <ul className="chart-legend" aria-hidden="true">
        {series.map((name, one) => (
          <li key={name}>
            <span className={`chart-key chart-bar-${one}`} />
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
