import './change-request.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useMemo, useState } from 'react';
import type { ChangeView, GateView } from '../../src/contract/change-request';
import { callChangeRequest } from '../shared/call';
import { Now, useServerClock } from '../shared/clock';
import { Journal } from '../shared/Journal';
import { Moment } from '../shared/Moment';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { tellDone } from '../shared/tell';
import { useLive } from '../shared/use-live';
import { useWrite } from '../shared/use-write';
import { WordsForm } from '../shared/WordsForm';
import { Tracker } from './Tracker';

const load = () => callChangeRequest('change.get', {});
const every = (view: ChangeView | null): number => (view?.pending ? 3_000 : 60_000);

/** Where a change request stands, who has it, and what was decided on it. */
export function ChangeRequest({ issueId }: { issueId: string }) {
  const liveliness = useMemo(() => ({ every, on: { JIRA_ISSUE_CHANGED: () => true } }), []);
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  return (
    <main className="change-request">
      <h1 className="for-screen-readers">Change request</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {view === null ? (
        problem === null && <Skeleton lines={[60, 90, 80]} label="Reading the change request" />
      ) : (
        <Now.Provider value={now}>
          <Content issueId={issueId} view={view} show={show} />
        </Now.Provider>
      )}
    </main>
  );
}

interface Props {
  readonly issueId: string;
  readonly view: ChangeView;
  readonly show: (fresh: ChangeView) => void;
}

function Content({ issueId, view, show }: Props) {
  switch (view.state) {
    case 'off':
      return <p className="subtle">No change requests run in this project. An administrator can add them to the Account Relay settings.</p>;
    case 'none':
      return <p className="subtle">{view.expected ? 'The integration team has not yet said whether this is a change request.' : 'This ticket is no change request.'}</p>;
    case 'moved':
      return <p>It goes on in {view.issue?.key}.</p>;
    case 'running':
    case 'on-hold':
    case 'withdrawn':
    case 'done':
      return (
        <>
          <Headline view={view} />
          <Tracker steps={view.steps} />
          {view.gates.filter(({ state }) => state === 'to-ask' || state === 'open').map((gate) => (
            <Gate key={gate.gate} issueId={issueId} gate={gate} revision={view.revision} show={show} />
          ))}
          <Documents view={view} />
          <Journal history={view.history} empty="Nothing has happened yet." />
        </>
      );
  }
}

function Headline({ view }: { view: ChangeView }) {
  const stopped = view.hold ?? view.withdrawn;
  return (
    <section className="stack" aria-label="Where it stands">
      <p className="headline">
        {view.summary} {view.stage !== null && <Lozenge appearance="inprogress">{`Stage ${view.stage} of ${view.steps.length}`}</Lozenge>}
        {view.state === 'done' && <Lozenge appearance="success">Live</Lozenge>}
      </p>
      {stopped && (
        <Notice appearance="warning" title={view.hold ? 'On hold' : 'Withdrawn'}>
          <p>
            {stopped.by.name}, <Moment at={stopped.at} />: {stopped.reason}
          </p>
        </Notice>
      )}
      {view.pending && (
        <Notice appearance="information">
          <p>Being carried out. Nothing is lost; this page follows.</p>
        </Notice>
      )}
      {view.next.map(({ step, text, owner, holders, since }) => (
        <p key={step}>
          <strong>Next:</strong> {text}{' '}
          <span className="subtle">
            With {holders.length === 0 ? owner : holders.map(({ name }) => name).join(', ')} since <Moment at={since} />
          </span>
        </p>
      ))}
      {view.cost !== null && (
        <p>
          Cost {view.cost.total} <span className="subtle">{view.cost.rounding}</span>
        </p>
      )}
    </section>
  );
}

/** A gate that waits: to be asked for, or to be decided. */
function Gate({ issueId, gate, revision, show }: { issueId: string; gate: GateView; revision: number; show: (fresh: ChangeView) => void }) {
  const { busy, problem, run } = useWrite<ChangeView>((fresh) => show(fresh));
  const [declining, setDeclining] = useState(false);
  const { may } = gate;
  const said = async (call: Promise<boolean>, done: string): Promise<void> => {
    if (await call) tellDone(done);
  };
  const ask = () => said(run(() => callChangeRequest('gate.ask', { gate: gate.gate, expectedRevision: revision })), 'Asked.');
  const approve = () => said(run(() => callChangeRequest('gate.approve', { gate: gate.gate, expectedRevision: revision })), 'Approved.');
  const decline = (reason: string) => run(() => callChangeRequest('gate.decline', { gate: gate.gate, reason, expectedRevision: revision }));
  return (
    <section className="gate" aria-label={gate.title}>
      <h2 className="section">
        {gate.title} <span className="subtle">gate {gate.number}</span>
      </h2>
      {gate.changes.map(({ text, reopens }) => (
        <p key={text} className={reopens ? undefined : 'subtle'}>
          Since it was approved: {text}
        </p>
      ))}
      {declining ? (
        <WordsForm
          name={`Decline ${gate.title}`}
          draft={`decline-${issueId}-${gate.gate}`}
          label="Why not?"
          help="Kept with the decision."
          submit="Decline"
          missing="Say why."
          field="reason"
          rows={2}
          permission={may.decline}
          busy={busy}
          problem={problem}
          onSend={decline}
          onClose={() => setDeclining(false)}
        />
      ) : (
        <div className="buttons">
          {may.ask.allowed && (
            <Button appearance="primary" isLoading={busy} onClick={() => void ask()}>
              Ask for it
            </Button>
          )}
          {may.approve.allowed && (
            <Button appearance="primary" isLoading={busy} onClick={() => void approve()}>
              Approve
            </Button>
          )}
          {may.decline.allowed && <Button onClick={() => setDeclining(true)}>Decline</Button>}
        </div>
      )}
      {!declining && problem && <ProblemMessage problem={problem} />}
    </section>
  );
}

function Documents({ view }: { view: ChangeView }) {
  if (view.documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="section">
        Documents
      </h2>
      <ul>
        {view.documents.map(({ title, url, at }) => (
          <li key={title}>
            {title} {url !== null && <span className="subtle">{url}</span>} {at !== null && <Moment at={at} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
