import Lozenge from '@atlaskit/lozenge';
import type { ConfigurationView } from '../../../src/contract/configuration';
import { Moment } from '../../shared/Moment';
import { Person } from '../../shared/Person';

/** What is in force, or what to do first. */
export function Overview({ view }: { view: ConfigurationView }) {
  if (view.version === null) {
    return (
      <section className="empty" aria-labelledby="nothing-yet">
        <h2 id="nothing-yet">Nothing is configured yet</h2>
        <p>
          Account Relay acts on no ticket until it knows your queues, your SOP entries, who stands
          in for regional managers, and your customer accounts with their managers.
        </p>
        <p>
          Import them below as one file. Everything in it is given by name, and nothing changes
          before you have seen what would.
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="in-force" className="stack">
      <h2 id="in-force">In force: version {view.version}</h2>
      <p className="subtle">
        {view.publishedAt !== null && (
          <>
            Since <Moment at={view.publishedAt} />
          </>
        )}
        {view.publishedBy && (
          <>
            {' '}
            by <Person person={view.publishedBy} />
          </>
        )}
      </p>
      <dl className="facts">
        <dt>Customer accounts</dt>
        <dd>{view.accounts}</dd>
        <dt>In a regional manager's place where both managers are one person</dt>
        <dd>
          {view.fallback.length === 0 ? (
            <span className="subtle">
              Nobody. Add at least one person, or escalations can end with no one above.
            </span>
          ) : (
            <ol className="fallback">
              {view.fallback.map((person) => (
                <li key={person.accountId}>
                  <Person person={person} />
                </li>
              ))}
            </ol>
          )}
        </dd>
      </dl>
      {view.queues.map((queue) => (
        <Queue key={queue.key} queue={queue} />
      ))}
    </section>
  );
}

function Queue({ queue }: { queue: ConfigurationView['queues'][number] }) {
  return (
    <section className="queue" aria-label={queue.name}>
      <h3>
        {queue.name} <span className="subtle">({queue.key})</span>
      </h3>
      {queue.entries.length === 0 ? (
        <p className="subtle">No SOP entries: no response can be requested in this queue.</p>
      ) : (
        <table className="entries">
          <thead>
            <tr>
              <th scope="col">SOP entry</th>
              <th scope="col">Account manager is</th>
              <th scope="col">Answer due within</th>
            </tr>
          </thead>
          <tbody>
            {queue.entries.map((entry) => (
              <tr key={entry.id}>
                <td>{entry.name}</td>
                <td>
                  {entry.mode === 'tag' ? (
                    <Lozenge appearance="inprogress">Asked</Lozenge>
                  ) : (
                    <Lozenge>Watcher only</Lozenge>
                  )}
                </td>
                <td>
                  {entry.mode === 'tag' ? (
                    entry.respondWithin
                  ) : (
                    <span className="subtle">No answer asked</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
