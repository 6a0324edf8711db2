import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useState } from 'react';
import { send } from '../data/http';
import { useReloadOn } from '../data/live';
import { useFieldIds } from '../data/site-fields';
import { type Issue } from '../data/wire';
import { useLoad } from '../data/use-load';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { IssueTable, tableFields } from './IssueTable';

interface Page {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string;
  readonly isLast?: boolean;
}

const pageSize = 50;

async function search(
  jql: string,
  fields: readonly string[],
  atLeast: number,
): Promise<{ issues: Issue[]; isLast: boolean }> {
  const issues: Issue[] = [];
  let nextPageToken: string | undefined;
  do {
    const page: Page = await send('POST', '/rest/api/3/search/jql', {
      jql,
      fields,
      maxResults: pageSize,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined && issues.length < atLeast);
  return { issues, isLast: nextPageToken === undefined };
}

interface Props {
  readonly jql: string;
  readonly label: string;
  readonly empty: ReactNode;
}

/** The tickets a JQL finds; they follow what happens in Jira while one looks. */
export function IssueList({ jql, label, empty }: Props) {
  const organizations = useFieldIds().get('Organizations');
  const [wanted, setWanted] = useState(pageSize);
  const { value, error, loading, reload } = useLoad(`search ${jql} ${organizations ?? ''}`, () =>
    search(jql, tableFields(organizations), wanted),
  );
  useReloadOn(({ type }) => type === 'issue-changed', reload, 400);
  useEffect(() => {
    if (wanted > pageSize) reload();
  }, [wanted, reload]);
  if (error) return <Trouble error={error} title="This search does not work" onTryAgain={reload} />;
  if (!value) return <Skeleton lines={[100, 100, 100, 100, 100, 100]} label="Searching" />;
  if (value.issues.length === 0) return <>{empty}</>;
  return (
    <>
      <IssueTable issues={value.issues} organizations={organizations} label={label} />
      <p className="subtle small table-foot">
        {value.isLast
          ? `${value.issues.length} ${value.issues.length === 1 ? 'ticket' : 'tickets'}`
          : `The first ${value.issues.length} tickets`}{' '}
        {!value.isLast && (
          <Button
            spacing="compact"
            isLoading={loading}
            onClick={() => setWanted(wanted + pageSize)}
          >
            Show more
          </Button>
        )}
      </p>
    </>
  );
}
