import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { spellDuration } from '../shared/time';

/** Who has had the ball for how long. */
export function HeldSoFar({ held }: { held: TicketView['held'] }) {
  if (held === null) return null;
  return (
    <section aria-labelledby="held-so-far">
      <h2 id="held-so-far" className="section">
        Held so far
      </h2>
      <dl className="held">
        {held.byHolder.map(({ who, ms }) => (
          <div key={who} className="held-row">
            <dt>{who}</dt>
            <dd>{spellDuration(ms)}</dd>
            <div className="held-bar" aria-hidden="true">
              <div className="held-part" style={{ inlineSize: `${(100 * ms) / held.openMs}%` }} />
            </div>
          </div>
        ))}
        <div className="held-row strong">
          <dt>Open</dt>
          <dd>{spellDuration(held.openMs)}</dd>
        </div>
      </dl>
    </section>
  );
}
