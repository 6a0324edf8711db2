import SectionMessage from '@atlaskit/section-message';
import type { ImportReport } from '../../src/contract/settings';

const several = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** What a file would do, or has done, and everything that stands in its way. */
export function Report({ report, name }: { report: ImportReport; name: string | null }) {
  const { queues, accounts, people } = report.counts;
  const counts = [several(queues, 'queue', 'queues'), several(accounts, 'account', 'accounts'), several(people, 'person', 'people')].join(', ');
  if (report.applied) {
    return (
      <SectionMessage appearance="success" title={`Version ${report.version} is in force`} headingLevel="h3">
        <p>{counts}.</p>
      </SectionMessage>
    );
  }
  if (report.problems.length === 0) {
    return (
      <SectionMessage appearance="information" title={`${name ?? 'The file'} can be applied`} headingLevel="h3">
        <p>{counts}. Every name in it was found in Jira.</p>
      </SectionMessage>
    );
  }
  return (
    <div className="stack">
      <SectionMessage
        appearance="warning"
        title={`${name ?? 'The file'} cannot be applied: ${several(report.problems.length, 'problem', 'problems')}`}
        headingLevel="h3"
      >
        <p>{counts}. Mend the places below in the file and choose it again. Nothing has changed.</p>
      </SectionMessage>
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
