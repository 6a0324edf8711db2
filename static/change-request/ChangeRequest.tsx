import './change-request.css';
import { useCallback, useMemo } from 'react';
import type { ChangeView } from '../../src/contract/change-request';
import { callChangeRequest } from '../shared/call';
import { Now, useServerClock } from '../shared/clock';
import { Journal } from '../shared/Journal';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { TicketLink } from '../shared/TicketLink';
import { useLive } from '../shared/use-live';
import { BehindButton } from './BehindButton';
import { Changed } from './Changed';
import { ClassifyForm } from './ClassificationForm';
import { Documents } from './Documents';
import { Gates } from './Gates';
import { Halt } from './Halt';
import { Headline } from './Headline';
import { Next } from './Next';
import { ChangeContext } from './panel-context';
import { Progress } from './Progress';
import { Tracker } from './Tracker';
import { Written } from './Written';

const load = () => callChangeRequest('change.get', {});
const every = (view: ChangeView | null): number => (view?.pending ? 3_000 : 60_000);

/** Where a change request stands, who has it, what it says, and what was decided on it. */
export function ChangeRequest({ issueId }: { issueId: string }) {
  const liveliness = useMemo(() => ({ every, on: { JIRA_ISSUE_CHANGED: () => true } }), []);
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  const panel = useMemo(() => (view === null ? null : { issueId, view, show }), [issueId, view, show]);
  return (
    <main className="change-request">
      <h1 className="for-screen-readers">Change request</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {panel === null ? (
        problem === null && <Skeleton lines={[60, 90, 80]} label="Reading the change request" />
      ) : (
        <Now.Provider value={now}>
          <ChangeContext.Provider value={panel}>
            <Content view={panel.view} />
          </ChangeContext.Provider>
        </Now.Provider>
      )}
    </main>
  );
}

function Content({ view }: { view: ChangeView }) {
  switch (view.state) {
    case 'off':
      return <p className="subtle">No change requests run in this project. An administrator can turn them on in the Account Relay settings of this queue.</p>;
    case 'none':
      return <NotYet view={view} />;
    case 'moved':
      return (
        <p>
          This change request goes on in <TicketLink issueKey={view.issue?.key ?? ''} summary="" />
        </p>
      );
    case 'running':
    case 'on-hold':
    case 'withdrawn':
    case 'done':
      return (
        <>
          <Headline />
          <Tracker steps={view.steps} />
          <Changed />
          <Next />
          {view.content !== null && <Written />}
          <Progress />
          <Gates />
          <Documents />
          <Halt />
          <Journal history={view.history} empty="Nothing has happened yet." />
        </>
      );
  }
}

/** A ticket that is none yet: whoever may say so gets the form, the others who may. */
function NotYet({ view }: { view: ChangeView }) {
  const may = view.actions.classify.allowed;
  return (
    <div className="stack">
      <p className="subtle">
        {view.expected ? 'The integration team decides whether this is a change request, and what that means in cost.' : 'This ticket is no change request.'}
      </p>
      {may && (
        <div className="buttons">
          <BehindButton label="This is a change request" appearance={view.expected ? 'primary' : 'subtle'} compact={!view.expected}>
            {(close) => <ClassifyForm onClose={close} />}
          </BehindButton>
        </div>
      )}
    </div>
  );
}
