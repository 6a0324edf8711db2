import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { type ReactNode } from 'react';
import { PageHead } from '../chrome/PageHead';
import { useReloadOn } from '../data/live';
import { useLoad } from '../data/use-load';
import { IssueModule } from '../forge/IssueModule';
import { useModules } from '../forge/modules';
import { Empty } from '../parts/Empty';
import { useFlags } from '../parts/flags';
import { Moment } from '../parts/Moment';
import { Face } from '../parts/Person';
import { Skeleton } from '../parts/Skeleton';
import { appearanceOf } from '../parts/StatusLozenge';
import { Trouble } from '../parts/Trouble';
import { paths } from '../routing/paths';
import { type PortalComment, readRequest, type RequestPageData, takeTransition } from './requests';
import { ReplyForm } from './ReplyForm';

/** A request as its customer sees it: the public conversation, and nothing else. */
export function RequestPage({ issueKey }: { readonly issueKey: string }) {
  const { value, error, reload } = useLoad(`request ${issueKey}`, () => readRequest(issueKey));
  useReloadOn((change) => change.type === 'issue-changed' && change.issueKey === issueKey, reload);
  const { modules } = useModules('jiraServiceManagement:portalRequestDetailPanel');
  if (!value && error)
    return <Trouble error={error} title={`${issueKey} cannot be shown`} onTryAgain={reload} />;
  if (!value) return <Skeleton lines={[30, 60, 90, 90]} label={`Reading ${issueKey}`} />;
  const { request, comments } = value;
  const description = request.requestFieldValues?.find(
    ({ fieldId }) => fieldId === 'description',
  )?.value;
  return (
    <div className="portal">
      <PageHead
        title={request.summary}
        crumbs={[
          { name: 'Help center', to: paths.portal },
          { name: request.issueKey, to: paths.request(request.issueKey) },
        ]}
      />
      {error && <Trouble error={error} title="This may be out of date" onTryAgain={reload} />}
      <div className="request-page">
        <div>
          <section className="card" aria-label="What was asked">
            <p className="subtle small">
              {request.reporter?.displayName} raised this{' '}
              <Moment at={request.createdDate.epochMillis} />
            </p>
            <p className="plain-text">{typeof description === 'string' ? description : ''}</p>
          </section>
          <h2 className="section-title">Conversation</h2>
          {comments.length === 0 ? (
            <Empty title="Nobody has written yet." />
          ) : (
            <ul className="comments">
              {comments.map((comment) => (
                <Said key={comment.id} comment={comment} />
              ))}
            </ul>
          )}
          <ReplyForm issueKey={request.issueKey} onSent={reload} />
        </div>
        <State value={value} onMoved={reload}>
          {modules.map((module) => (
            <IssueModule
              key={module.key}
              module={module}
              issueKey={request.issueKey}
              onRefresh={reload}
            />
          ))}
        </State>
      </div>
    </div>
  );
}

const Said = ({ comment }: { readonly comment: PortalComment }) => (
  <li className="comment">
    <Face user={comment.author} size="medium" />
    <div className="comment-text">
      <p className="comment-head">
        <span className="strong">{comment.author.displayName}</span>
        <span className="subtle small">
          <Moment at={comment.created.epochMillis} />
        </span>
      </p>
      <p className="plain-text">{comment.body}</p>
    </div>
  </li>
);

/** The side panel; the app's modules stand at its bottom
 * (https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-service-management-portal-request-detail-panel/). */
function State({
  value: { request, transitions },
  onMoved,
  children,
}: {
  readonly value: RequestPageData;
  readonly onMoved: () => void;
  readonly children: ReactNode;
}) {
  const flags = useFlags();
  const move = (id: string): void =>
    void takeTransition(request.issueKey, id).then(onMoved, (error: Error) =>
      flags.show({
        id: 'move',
        type: 'error',
        title: 'The request was not changed',
        description: error.message,
      }),
    );
  const sharedWith = request.participants?.values ?? [];
  return (
    <aside className="request-side" aria-label="About the request">
      <p>
        <Lozenge appearance={appearanceOf(request.currentStatus.statusCategory)} maxWidth={260}>
          {request.currentStatus.status}
        </Lozenge>
      </p>
      <p className="subtle small">{request.requestType?.name}</p>
      {sharedWith.length > 0 && (
        <p className="small">
          Shared with {sharedWith.map(({ displayName }) => displayName).join(', ')}
        </p>
      )}
      {transitions.map(({ id, name }) => (
        <Button key={id} onClick={() => move(id)}>
          {name}
        </Button>
      ))}
      {children}
    </aside>
  );
}
