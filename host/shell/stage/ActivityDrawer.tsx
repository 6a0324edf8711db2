import Button from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ReactNode } from 'react';
import { type Invocation } from '../../host';
import { type Call } from '../../jira/types';
import { useClock } from '../data/clock';
import { send } from '../data/http';
import { useReloadOn } from '../data/live';
import { useSession } from '../data/session';
import { useLoad } from '../data/use-load';
import { Drawer } from '../parts/Drawer';
import { Empty } from '../parts/Empty';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { type Activity, readActivity } from './activity';

/** What the app just did: its requests, the runs of its functions, its log. */
export function ActivityDrawer({ onClose }: { readonly onClose: () => void }) {
  const { appName } = useSession();
  const { value, error, reload } = useLoad('activity', readActivity);
  useReloadOn(({ type }) => type === 'issue-changed' || type === 'clock', reload, 400);
  return (
    <Drawer title={`What ${appName} did`} onClose={onClose}>
      <div className="buttons">
        <Button spacing="compact" onClick={reload}>
          Refresh
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => void send('DELETE', '/__host/calls').then(reload)}
        >
          Forget the requests
        </Button>
      </div>
      {error && <Trouble error={error} onTryAgain={reload} />}
      {!value && !error && <Skeleton lines={[90, 80, 85, 70]} label="Reading what the app did" />}
      {value && <Lists activity={value} />}
    </Drawer>
  );
}

function Lists({ activity }: { readonly activity: Activity }) {
  const { people } = useSession();
  const nameOf = (as: string): string =>
    as === 'app'
      ? 'as the app'
      : `as ${people.find(({ accountId }) => accountId === as)?.displayName ?? as}`;
  return (
    <Tabs id="activity-of-the-app">
      <TabList>
        <Tab>Requests</Tab>
        <Tab>Runs</Tab>
        <Tab>Log</Tab>
      </TabList>
      <TabPanel>
        <Rows none="The app asked nobody for anything.">
          {activity.calls.map((call, index) => (
            <Row
              key={`${call.at} ${index}`}
              at={call.at}
              mark={String(call.status)}
              appearance={appearanceOf(call)}
              detail={`${call.function} · ${nameOf(call.as)}${call.points > 0 ? ` · ${call.points} points` : ''}`}
            >
              <strong>{call.method}</strong> {decoded(call.path)}
            </Row>
          ))}
        </Rows>
      </TabPanel>
      <TabPanel>
        <Rows none="No function of the app has run yet.">
          {activity.invocations.map((run) => (
            <Row
              key={run.id}
              at={run.at}
              mark={run.outcome}
              appearance={outcomes[run.outcome]}
              detail={`${run.module} · ${Math.round(run.ms)} ms${run.retries > 0 ? ` · attempt ${run.retries + 1}` : ''}${run.error ? ` · ${run.error}` : ''}`}
            >
              <strong>{run.function}</strong>
            </Row>
          ))}
        </Rows>
      </TabPanel>
      <TabPanel>
        <Rows none="The app has logged nothing.">
          {activity.logs.map((line, index) => (
            <Row
              key={`${line.at} ${index}`}
              at={line.at}
              mark={line.level}
              appearance={
                line.level === 'error' ? 'removed' : line.level === 'warn' ? 'moved' : 'default'
              }
            >
              <code>{line.text}</code>
            </Row>
          ))}
        </Rows>
      </TabPanel>
    </Tabs>
  );
}

const outcomes: Readonly<Record<Invocation['outcome'], ThemeAppearance>> = {
  running: 'inprogress',
  done: 'success',
  failed: 'removed',
  crashed: 'removed',
  'timed-out': 'removed',
  'retry-requested': 'moved',
};

/** Storage answers 404 for a key that is not there yet; that is no failure. */
function appearanceOf({ status, path }: Call): ThemeAppearance {
  if (status < 400) return 'success';
  return status === 404 && path.startsWith('/api/v1/') ? 'default' : 'removed';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const Rows = ({
  none,
  children,
}: {
  readonly none: string;
  readonly children: readonly ReactNode[];
}) => (children.length === 0 ? <Empty title={none} /> : <ul className="log">{children}</ul>);

interface RowProps {
  readonly at: string;
  readonly mark: string;
  readonly appearance: ThemeAppearance;
  readonly detail?: string;
  readonly children: ReactNode;
}

function Row({ at, mark, appearance, detail, children }: RowProps) {
  const { timeZone } = useClock();
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(Date.parse(at));
  return (
    <li>
      <span className="log-head">
        <time dateTime={at}>{time}</time>
        <Lozenge appearance={appearance}>{mark}</Lozenge>
      </span>
      <span className="log-text">{children}</span>
      {detail && <span className="subtle small log-text">{detail}</span>}
    </li>
  );
}
