import { usePage } from './page-context';

/** K2: organization names are shown to customers, so the mark stays out of them unless an administrator decides otherwise. */
export function Names() {
  const { view } = usePage();
  return (
    <details className="names">
      <summary>The mark in organization names (preview)</summary>
      <p>
        The mark is shown to the team only: in tickets, on this page and to searches (
        <code>relayKey = yes ORDER BY priority DESC</code>). Account Relay does not write it into
        the names of organizations, because <strong>customers see those names in the portal</strong>
        , and because Jira lets no app rename them. This is how the names would read, for an
        administrator who wants it all the same:
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Now</th>
            <th scope="col">With the mark</th>
          </tr>
        </thead>
        <tbody>
          {view.names.map(({ cid, now, marked }) => (
            <tr key={cid}>
              <td>{now}</td>
              <td>{marked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
