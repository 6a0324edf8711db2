import type { PortalReceipt } from '../../src/procedures/change-request/contract/portal';
import { Moment } from '../shared/Moment';

const who: Readonly<Record<PortalReceipt['by'], string>> = {
  you: 'you',
  colleague: 'a colleague of yours',
  recorded: 'recorded from what you told us',
};

const wordOf = (approved: boolean, holds: boolean): string =>
  !approved ? 'declined' : holds ? 'agreed' : 'agreed, and changed since';

/** What the customer has decided so far, each with the seal of its receipt. */
export function Decided({ decisions }: { decisions: readonly PortalReceipt[] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">What you decided</h2>
      <ul className="portal-decided">
        {decisions.map(({ receipt, title, approved, at, by, holds, sha256 }) => (
          <li key={receipt}>
            <span>
              {title}: {wordOf(approved, holds)}
            </span>
            <span className="subtle small">
              {who[by]}, <Moment at={at} /> · receipt {receipt},{' '}
              <code title={sha256}>{sha256.slice(0, 12)}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
