import './hybrid-account.css';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useMemo } from 'react';
import type { HybridView } from '../../src/contract/hybrid';
import { callHybrid } from '../shared/call';
import { Now, useServerClock } from '../shared/clock';
import { Journal } from '../shared/Journal';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { useLive } from '../shared/use-live';
import { Actions } from './Actions';
import { Onboarding } from './Onboarding';
import { HybridContext } from './panel-context';
import { Questions } from './Questions';
import { Updates } from './Updates';
import { counted, departments } from './words';

const load = () => callHybrid('hybrid.get', {});
const every = (view: HybridView | null): number => (view?.pending ? 3_000 : 60_000);

/** What two departments share: the onboarding of the account, and what one knows and the other has to see. */
export function HybridAccount({ issueId }: { issueId: string }) {
  const liveliness = useMemo(() => ({ every, on: { JIRA_ISSUE_CHANGED: () => true } }), []);
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  const panel = useMemo(() => (view === null ? null : { issueId, view, show, read: again }), [issueId, view, show, again]);
  return (
    <main className="hybrid">
      <h1 className="for-screen-readers">Hybrid account</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {panel === null ? (
        problem === null && <Skeleton lines={[60, 90, 80]} label="Reading what the departments share" />
      ) : (
        <Now.Provider value={now}>
          <HybridContext.Provider value={panel}>
            <Content view={panel.view} />
          </HybridContext.Provider>
        </Now.Provider>
      )}
    </main>
  );
}

function Content({ view }: { view: HybridView }) {
  const { account, onboarding, knowledge, side } = view;
  if (!view.on) return <p className="subtle">Hybrid accounts are not set up here. An administrator can add them to the Account Relay settings.</p>;
  const shared = onboarding !== null || knowledge !== null || account?.hybrid === true;
  return (
    <>
      <Headline view={view} />
      {view.pending && (
        <Notice appearance="information">
          <p>Being carried out. Nothing is lost; this page follows.</p>
        </Notice>
      )}
      {account !== null && account.unknownProducts.length > 0 && (
        <Notice appearance="warning" title="Unknown products">
          <p>
            Nobody knows what {account.unknownProducts.map((one) => `“${one}”`).join(', ')} means, so {account.name} may be hybrid without showing it. An administrator can add the spelling to the product names.
          </p>
        </Notice>
      )}
      {onboarding && <Onboarding onboarding={onboarding} />}
      {knowledge && knowledge.updates.length > 0 && <Updates knowledge={knowledge} />}
      {knowledge && knowledge.questions.length > 0 && <Questions questions={knowledge.questions} />}
      {side === null ? shared && <p className="subtle small">Only Customer Success and Fully-Managed Credentialing act here.</p> : <Actions />}
      {view.raised.length > 0 && (
        <section aria-labelledby="raised">
          <h2 id="raised" className="section">
            Tickets raised from here
          </h2>
          <ul className="plain">
            {view.raised.map(({ key, summary }) => (
              <li key={key}>
                <span className="strong">{key}</span> {summary}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.history.length > 0 && shared && <Journal history={view.history} empty="" />}
    </>
  );
}

/** Who lacks what, in one line. */
function Headline({ view: { account, onboarding, knowledge, gaps, side } }: { view: HybridView }) {
  const name = onboarding?.account ?? account?.name ?? null;
  if (name === null && knowledge === null) return <p className="subtle">This ticket has no account yet, so it is not known whether two departments share it.</p>;
  const hybrid = account?.hybrid === true || onboarding !== null;
  const lacking = side === null ? gaps.cs + gaps.fmc : gaps[side];
  return (
    <div className="hybrid-head">
      <p className="headline">{name ?? `${counted(knowledge?.accounts.length ?? 0, 'account')}`}</p>
      <div className="card-states">
        {hybrid || knowledge !== null ? <Lozenge appearance="new">Hybrid</Lozenge> : <Lozenge appearance="default">Not hybrid</Lozenge>}
        {onboarding?.aboard && <Lozenge appearance="success">Aboard</Lozenge>}
        {lacking > 0 && <Lozenge appearance="moved">{side === null ? `${lacking} not acknowledged` : `${lacking} new for you`}</Lozenge>}
        {side !== null && gaps[side === 'cs' ? 'fmc' : 'cs'] > 0 && <Lozenge appearance="inprogress" maxWidth="100%">{`${gaps[side === 'cs' ? 'fmc' : 'cs']} not seen by ${departments[side === 'cs' ? 'fmc' : 'cs']}`}</Lozenge>}
      </div>
    </div>
  );
}
