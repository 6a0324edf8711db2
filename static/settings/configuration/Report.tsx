import type { ImportReport } from '../../../src/contract/configuration';
import { Notice } from '../../shared/Notice';

const several = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;

/** What a file would do, or has done, and everything that stands in its way. */
export function Report({ report, name }: { report: ImportReport; name: string | null }) {
  const { queues, accounts, people } = report.counts;
  const counts = [
    several(queues, 'queue', 'queues'),
    several(accounts, 'account', 'accounts'),
    several(people, 'person', 'people'),
  ].join(', ');
  if (report.applied) {
    return (
      <Notice appearance="success" title={`Version ${report.version} is in force`}>
        <p>{counts}.</p>
        <Warnings of={report} />
      </Notice>
    );
  }
  if (report.problems.length === 0) {
    return (
      <Notice appearance="information" title={`${name ?? 'The file'} can be applied`}>
        <p>{counts}. Every name in it was found in Jira.</p>
        <Warnings of={report} />
      </Notice>
    );
  }
  return (
    <div className="stack">
      <Notice
        appearance="warning"
        title={`${name ?? 'The file'} cannot be applied: ${several(report.problems.length, 'problem', 'problems')}`}
      >
        <p>
          {queues + accounts + people > 0 && `${counts}. `}
          Mend the places below in the file and choose it again. Nothing has changed.
        </p>
      </Notice>
      <table className="problems">
        <thead>
          <tr>
            <th scope="col">Where in the file</th>
            <th scope="col">What is wrong</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {report.problems.map(({ path, message, remedy }) => (
            <tr key={`${path} ${message}`}>
              <td>
                <code>{path}</code>
              </td>
              <td>{message}</td>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is as wrong in the settings in force. */
const Warnings = ({ of: { warnings = [] } }: { of: ImportReport }) =>
  warnings.map(({ path, message, remedy }) => (
    <p key={`${path} ${message}`}>
      To mend, as before: {message} {remedy}
    </p>
  ));
