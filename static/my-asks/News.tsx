import Lozenge from '@atlaskit/lozenge';
import type { NewsRow } from '../../src/contract/news';
import { Moment } from '../shared/Moment';
import { TicketLink } from '../shared/TicketLink';

/** What the other department of a hybrid account has told, and mine has not acknowledged: by account, the oldest first. */
export function News({ news }: { news: readonly NewsRow[] }) {
  const total = news.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="news">
      <h2 id="news" className="section">
        To be acknowledged ({total})
      </h2>
      <ul className="news">
        {news.map(({ issueId, key, count, since, accounts, from }) => (
          <li key={issueId}>
            <TicketLink issueKey={key} summary={accounts.map(({ name }) => name).join(', ')} />{' '}
            <Lozenge appearance="moved">{`${count} new`}</Lozenge>{' '}
            <span className="subtle small">
              from {from}, since <Moment at={since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
