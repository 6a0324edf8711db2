import type { TicketWait } from '../../src/contract/ticket';
import { useNow } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { spellDue } from '../shared/time';
import { Why } from '../shared/Why';

/** What others, or the viewer, have to do on this ticket beside the response, whichever procedure asks for it. */
export function Waits({ waits }: { waits: readonly TicketWait[] }) {
  const now = useNow();
  if (waits.length === 0) return null;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits" className="section">
        To do
      </h2>
      <ul className="waits">
        {waits.map(({ procedure, wait, title, holders, dueAt, yours, why }) => (
          <li key={`${procedure} ${wait}`}>
            <Why why={why} about={title}>
              <span className={yours ? 'strong' : undefined}>
                {yours ? `Your turn: ${title}` : title}
              </span>
            </Why>
            <div className="subtle small">
              {!yours && `${holders.map(({ name }) => name).join(', ') || 'Nobody'}, `}
              <span className={Date.parse(dueAt) <= now ? 'overdue' : undefined}>
                <Moment at={dueAt} reachable>
                  {spellDue(dueAt, now)}
                </Moment>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
