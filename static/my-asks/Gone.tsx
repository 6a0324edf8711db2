import type { GoneTicket } from '../../src/contract/waiting';
import { Moment } from '../shared/Moment';

const said: Readonly<Record<GoneTicket['what'], string>> = {
  deleted: 'was deleted',
  moved: 'was moved to another project',
  gone: 'is not there any more',
  'project-deleted': 'went with its project',
};

/** What has ended because its ticket is gone. */
export function Gone({ gone }: { gone: readonly GoneTicket[] }) {
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="gone">
      <h2 id="gone" className="section">
        Ended, as the ticket is gone ({gone.length})
      </h2>
      <ul className="news">
        {gone.map(({ issueId, issueKey, what, owed, askedFor, at }) => (
          <li key={issueId}>
            <span className="strong">{issueKey}</span> {said[what]} (<Moment at={at} />
            ).{told('You were asked', owed)}
            {told('You had asked for', askedFor)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const told = (how: string, titles: readonly string[]): string =>
  titles.length === 0 ? '' : ` ${how}: ${titles.join('; ')}.`;
