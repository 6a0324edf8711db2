import Lozenge from '@atlaskit/lozenge';
import { PageHead } from '../chrome/PageHead';
import { useReloadOn } from '../data/live';
import { useLoad } from '../data/use-load';
import { useViewer } from '../data/session';
import { Empty } from '../parts/Empty';
import { Moment } from '../parts/Moment';
import { Skeleton } from '../parts/Skeleton';
import { appearanceOf } from '../parts/StatusLozenge';
import { Trouble } from '../parts/Trouble';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';
import { readDesks, readRequests } from './requests';

/** What a customer sees first: where to ask, and what became of what they asked. */
export function PortalPage() {
  const viewer = useViewer();
  const desks = useLoad('desks', readDesks);
  const requests = useLoad('requests', readRequests);
  useReloadOn(({ type }) => type === 'issue-changed', requests.reload, 300);
  return (
    <div className="portal">
      <PageHead title="Help center">
        <p className="subtle">Hello {viewer.displayName.split(' ')[0]}, how can we help?</p>
      </PageHead>
      {desks.error && <Trouble error={desks.error} onTryAgain={desks.reload} />}
      <ul className="desks">
        {(desks.value ?? []).map((desk) => (
          <li key={desk.id}>
            <Link to={paths.raise(desk.id)} className="desk">
              <span className="project-key">{desk.projectKey}</span>
              <span>
                <span className="strong">{desk.projectName}</span>
                <span className="subtle small">Raise a request</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="section-title">My requests</h2>
      {requests.error && <Trouble error={requests.error} onTryAgain={requests.reload} />}
      {!requests.value && !requests.error && (
        <Skeleton lines={[100, 100, 100]} label="Reading your requests" />
      )}
      {requests.value?.length === 0 && (
        <Empty title="You have no requests yet.">
          Choose above what it is about and raise one.
        </Empty>
      )}
      {requests.value && requests.value.length > 0 && (
        <ul className="requests">
          {requests.value.map((request) => (
            <li key={request.issueId}>
              <Link to={paths.request(request.issueKey)} className="request">
                <span className="request-what">
                  <span className="strong">{request.summary}</span>
                  <span className="subtle small">
                    {request.issueKey} · {request.requestType?.name} ·{' '}
                    {request.serviceDesk?.projectName}
                    {request.reporter &&
                      request.reporter.accountId !== viewer.accountId &&
                      ` · raised by ${request.reporter.displayName}`}
                  </span>
                </span>
                <span className="request-state">
                  <Lozenge
                    appearance={appearanceOf(request.currentStatus.statusCategory)}
                    maxWidth={220}
                  >
                    {request.currentStatus.status}
                  </Lozenge>
                  <span className="subtle small">
                    <Moment at={request.createdDate.epochMillis} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
