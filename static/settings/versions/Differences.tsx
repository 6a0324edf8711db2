import type { DifferenceView } from '../../../src/contract/versions';

/** What is different, in words, queue by queue. */
export function Differences({
  title,
  differences,
  none,
}: {
  title: string;
  differences: readonly DifferenceView[];
  none: string;
}) {
  const places = [...new Set(differences.map(({ where }) => where))];
  return (
    <div className="differences">
      <h3>{title}</h3>
      {differences.length === 0 && <p className="subtle">{none}</p>}
      {places.map((place) => (
        <div key={place ?? ''} className="difference-place">
          <h4>{place ?? 'For all queues'}</h4>
          <ul>
            {differences
              .filter(({ where }) => where === place)
              .map(({ text }) => (
                <li key={text}>{`${text.charAt(0).toUpperCase()}${text.slice(1)}.`}</li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
