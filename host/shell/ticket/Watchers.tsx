import Button from '@atlaskit/button/new';
import { read, send } from '../data/http';
import { useViewer } from '../data/session';
import { type JiraUser } from '../data/wire';
import { useLoad } from '../data/use-load';
import { useFlags } from '../parts/flags';

interface WatchersOfIssue {
  readonly isWatching: boolean;
  readonly watchers: readonly JiraUser[];
}

/** Who is told of everything, and the way to join or leave. `stamp` changes when the ticket does. */
export function Watchers({
  issueKey,
  stamp,
}: {
  readonly issueKey: string;
  readonly stamp: string;
}) {
  const viewer = useViewer();
  const flags = useFlags();
  const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}/watchers`;
  const { value, reload } = useLoad(`watchers ${issueKey} ${stamp}`, () =>
    read<WatchersOfIssue>(path),
  );
  const isWatching = value?.isWatching ?? false;
  const flip = (): void => {
    const work = isWatching
      ? send('DELETE', `${path}?accountId=${encodeURIComponent(viewer.accountId)}`)
      : send('POST', path, viewer.accountId);
    work.then(reload, (error: Error) =>
      flags.show({
        id: 'watch',
        type: 'error',
        title: 'Your watching was not changed',
        description: error.message,
      }),
    );
  };
  return (
    <div className="detail">
      <dt>Watchers</dt>
      <dd className="watchers">
        <span className="detail-value">
          {value
            ? value.watchers.map(({ displayName }) => displayName).join(', ') || (
                <span className="subtle">Nobody</span>
              )
            : '…'}
        </span>
        <Button spacing="compact" appearance="subtle" aria-pressed={isWatching} onClick={flip}>
          {isWatching ? 'Stop watching' : 'Watch'}
        </Button>
      </dd>
    </div>
  );
}
