import { type ReactNode } from 'react';
import { type Issue } from '../data/wire';
import { Moment } from '../parts/Moment';
import { PersonName } from '../parts/Person';
import { PriorityMark } from '../parts/PriorityMark';
import { StatusLozenge } from '../parts/StatusLozenge';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { paths } from '../routing/paths';

/** What the table reads of each ticket; organizations under the id of their field. */
export const tableFields = (organizations: string | undefined): string[] => [
  'summary',
  'status',
  'priority',
  'assignee',
  'reporter',
  'created',
  'updated',
  'duedate',
  ...(organizations === undefined ? [] : [organizations]),
];

interface Column {
  readonly name: string;
  /** Left out where the window is narrow. */
  readonly extra?: boolean;
  readonly cell: (issue: Issue) => ReactNode;
}

function columnsFor(
  issues: readonly Issue[],
  organizations: string | undefined,
): readonly Column[] {
  const organizationsOf = (issue: Issue): string => {
    const value = organizations === undefined ? null : issue.fields[organizations];
    return Array.isArray(value) ? value.map(({ name }: { name: string }) => name).join(', ') : '';
  };
  return [
    { name: 'Status', cell: ({ fields }) => <StatusLozenge status={fields.status} /> },
    { name: 'Priority', cell: ({ fields }) => <PriorityMark priority={fields.priority} /> },
    {
      name: 'Assignee',
      cell: ({ fields }) => <PersonName user={fields.assignee} nobody="Unassigned" size="xsmall" />,
    },
    {
      name: 'Organization',
      cell: (issue) => (
        <span className="organizations">
          {organizationsOf(issue) || <span className="subtle">None</span>}
        </span>
      ),
    },
    { name: 'Reporter', extra: true, cell: ({ fields }) => fields.reporter?.displayName },
    ...(issues.some(({ fields }) => fields.duedate)
      ? [{ name: 'Due', cell: ({ fields }: Issue) => fields.duedate }]
      : []),
    { name: 'Created', cell: ({ fields }) => <Moment at={fields.created} /> },
    { name: 'Updated', extra: true, cell: ({ fields }) => <Moment at={fields.updated} /> },
  ];
}

/** Tickets as rows; the whole row leads to the ticket, its key is the link. */
export function IssueTable({
  issues,
  organizations,
  label,
}: {
  readonly issues: readonly Issue[];
  readonly organizations: string | undefined;
  readonly label: string;
}) {
  const columns = columnsFor(issues, organizations);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="issues">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            {columns.map(({ name, extra }) => (
              <th key={name} scope="col" className={extra ? 'extra' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr
              key={issue.id}
              onClick={(event) =>
                event.target instanceof HTMLElement &&
                !event.target.closest('a') &&
                navigate(paths.ticket(issue.key))
              }
            >
              <td className="issue-key">
                <Link to={paths.ticket(issue.key)}>{issue.key}</Link>
              </td>
              <td className="issue-summary">{issue.fields.summary}</td>
              {columns.map(({ name, extra, cell }) => (
                <td key={name} className={extra ? 'extra' : undefined}>
                  {cell(issue)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
