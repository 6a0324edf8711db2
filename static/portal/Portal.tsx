import './portal.css';
import Button from '@atlaskit/button/new';
import { useCallback, useState } from 'react';
import type { PortalDecision, PortalView } from '../../src/contract/change-request';
import { callPortal } from '../shared/call';
import { Now, useServerClock } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { announce } from '../shared/tell';
import { useLive } from '../shared/use-live';
import { useWrite } from '../shared/use-write';
import { WordsForm } from '../shared/WordsForm';

const load = () => callPortal('request.get', {});
const liveliness = { every: () => 60_000, on: {} };

/** What a customer sees of their change request: where it stands, and the one decision that is theirs. */
export function Portal() {
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  return (
    <main className="portal">
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {view === null ? problem === null && <Skeleton lines={[60, 90]} label="Reading your request" /> : <Now.Provider value={now}>{view.state !== 'none' && <Shown view={view} show={show} />}</Now.Provider>}
    </main>
  );
}

function Shown({ view, show }: { view: PortalView; show: (fresh: PortalView) => void }) {
  if (view.state === 'moved') return <p>Your change request goes on as {view.continuesAs}.</p>;
  return (
    <>
      <h1>{view.standing}</h1>
      {view.decision !== null && <Decision decision={view.decision} show={show} />}
      <ol className="portal-stages">
        {view.stages.map(({ title, state, at }) => (
          <li key={title} className={`portal-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            {title} {at !== null && <span className="subtle"><Moment at={at} /></span>}
          </li>
        ))}
      </ol>
      {view.dueDate !== null && <p>Due on {view.dueDate}.</p>}
      {view.progress !== null && (
        <p>
          {view.progress.text} <span className="subtle"><Moment at={view.progress.at} /></span>
        </p>
      )}
    </>
  );
}

/** Two steps: what they agree to is repeated before it counts. */
function Decision({ decision, show }: { decision: PortalDecision; show: (fresh: PortalView) => void }) {
  const [step, setStep] = useState<'asked' | 'confirm' | 'decline'>('asked');
  const { busy, problem, run } = useWrite<PortalView>((fresh) => show(fresh));
  const { gate, version } = decision;
  const approve = async (): Promise<void> => {
    if (await run(() => callPortal('decision.approve', { gate, version }))) announce('Thank you. Your approval is recorded.');
  };
  if (decision.youAgreed) return <p>You have agreed. Others of your team still have to.</p>;
  return (
    <section className="portal-decision" aria-label={decision.title}>
      <h2>{decision.question}</h2>
      {decision.changes.length > 0 && (
        <Notice appearance="information" title="Since you agreed before">
          <ul>{decision.changes.map((change) => <li key={change}>{change}</li>)}</ul>
        </Notice>
      )}
      <ul>{decision.agreesTo.map((line) => <li key={line}>{line}</li>)}</ul>
      {step === 'decline' ? (
        <WordsForm name={decision.no} draft={`portal-${gate}`} label="What is missing?" help="We read this and come back to you." submit={decision.no} missing="Tell us why." field="reason" rows={3} permission={{ allowed: true }} busy={busy} problem={problem} onSend={(reason) => run(() => callPortal('decision.decline', { gate, version, reason }))} onClose={() => setStep('asked')} />
      ) : (
        <div className="buttons">
          {step === 'asked' ? (
            <>
              <Button appearance="primary" onClick={() => setStep('confirm')}>
                {decision.yes}
              </Button>
              <Button onClick={() => setStep('decline')}>{decision.no}</Button>
            </>
          ) : (
            <>
              <Button appearance="primary" isLoading={busy} onClick={() => void approve()}>
                Confirm: {decision.yes.toLowerCase()}
              </Button>
              <Button appearance="subtle" onClick={() => setStep('asked')}>
                Back
              </Button>
            </>
          )}
        </div>
      )}
      {step !== 'decline' && problem && <ProblemMessage problem={problem} />}
    </section>
  );
}
