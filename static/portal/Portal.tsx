import './portal.css';
import { useCallback } from 'react';
import type { PortalView } from '../../src/procedures/change-request/contract/portal';
import { callPortal } from './call';
import { Now, useServerClock } from '../shared/clock';
import { spellDay } from '../shared/days';
import { Moment } from '../shared/Moment';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { TicketLink } from '../shared/TicketLink';
import { useLive } from '../shared/use-live';
import { Decision } from './Decision';
import { Decided } from './Decided';
import { Documents } from './Documents';
import { Stages } from './Stages';

const load = () => callPortal('request.get', {});
// Jira tells a portal page of nothing: it reads ever less often while nobody touches it.
const liveliness = { every: () => 60_000, nextMoment: () => null, on: {} };

/** What a customer sees of their change request: where it stands, and the one decision that is theirs. */
export function Portal() {
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  return (
    <main className="portal">
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {view === null ? (
        problem === null && <Skeleton lines={[60, 90]} label="Reading your request" />
      ) : (
        <Now.Provider value={now}>
          {view.state !== 'none' && <Shown view={view} show={show} />}
        </Now.Provider>
      )}
    </main>
  );
}

const balls: Readonly<Record<PortalView['ball'], string | null>> = {
  you: 'you',
  us: 'us',
  nobody: null,
};

function Shown({ view, show }: { view: PortalView; show: (fresh: PortalView) => void }) {
  if (view.state === 'moved') {
    return (
      <p>
        Your change request goes on as <TicketLink issueKey={view.continuesAs ?? ''} summary="" />
      </p>
    );
  }
  const ball = balls[view.ball];
  return (
    <>
      <div className="portal-head">
        <h1 tabIndex={-1} id="standing">
          {view.standing}
        </h1>
        {ball !== null && (
          <p>
            Now with: <strong>{ball}</strong>
          </p>
        )}
      </div>
      {view.decision !== null && (
        <Decision key={view.decision.gate} decision={view.decision} show={show} />
      )}
      <Dates view={view} />
      <Stages stages={view.stages} />
      <Documents documents={view.documents} />
      <Decided decisions={view.decisions} />
    </>
  );
}

/** The firm date, or what is expected; and the latest word on how it goes. */
function Dates({ view: { dueDate, expected, progress } }: { view: PortalView }) {
  if (dueDate === null && expected === null && progress === null) return null;
  return (
    <dl className="portal-facts">
      {dueDate !== null ? (
        <div>
          <dt>Ready by</dt>
          <dd>{spellDay(dueDate)}</dd>
        </div>
      ) : (
        expected !== null && (
          <div>
            <dt>Expected</dt>
            <dd>
              {expected.from === null ? '' : `from ${spellDay(expected.from)} `}
              {expected.until === null ? '' : `until ${spellDay(expected.until)}`}
              <span className="subtle small"> The firm date follows.</span>
            </dd>
          </div>
        )
      )}
      {progress !== null && (
        <div>
          <dt>How it goes</dt>
          <dd>
            {progress.text}{' '}
            <span className="subtle small">
              <Moment at={progress.at} />
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
