import './key-account.css';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useMemo } from 'react';
import type { KeyAccountView } from '../../src/contract/key-account';
import { callKeyAccount } from '../shared/call';
import { Now, useServerClock } from '../shared/clock';
import { spellDay } from '../shared/days';
import { Journal } from '../shared/Journal';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { useLive } from '../shared/use-live';
import { Escalations } from './Escalations';
import { Listing } from './Listing';
import { ListingForm } from './ListingForm';
import { MonthEnd } from './MonthEnd';
import { KeyAccountContext } from './panel-context';
import { Release } from './Release';
import { StartRelease } from './StartRelease';

const load = () => callKeyAccount('key.get', {});
const every = (view: KeyAccountView | null): number => (view?.pending ? 3_000 : 60_000);

/** What a key account asks for in this ticket: its release, its escalation, its place on the list, the end of the month. */
export function KeyAccount({ issueId }: { issueId: string }) {
  const liveliness = useMemo(() => ({ every, on: { JIRA_ISSUE_CHANGED: () => true } }), []);
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  const panel = useMemo(() => (view === null ? null : { issueId, view, show }), [issueId, view, show]);
  return (
    <main className="key-account">
      <h1 className="for-screen-readers">Key account</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {panel === null ? (
        problem === null && <Skeleton lines={[50, 90, 80]} label="Reading the key account" />
      ) : (
        <Now.Provider value={now}>
          <KeyAccountContext.Provider value={panel}>
            <Content view={panel.view} />
          </KeyAccountContext.Provider>
        </Now.Provider>
      )}
    </main>
  );
}

function Content({ view }: { view: KeyAccountView }) {
  const { account, listing, release, monthEnd, expects, team, history } = view;
  if (!view.on) return <p className="subtle">This project knows no key accounts. An administrator can turn them on in the Account Relay settings of this queue.</p>;
  // What burns stands first.
  const running = account !== null && view.escalations.some(({ resolved }) => resolved === null);
  const nothing = account === null && listing === null && release === null && monthEnd === null && expects === null;
  return (
    <>
      {account !== null && <Headline account={account} />}
      {nothing && <p className="subtle">No ticket of a key account. Once an account is on the list, its new tickets show their release documentation and escalations here.</p>}
      {view.pending && (
        <Notice appearance="information">
          <p>Being carried out. Nothing is lost; this page follows.</p>
        </Notice>
      )}
      {view.notes.map((note) => (
        <Notice key={note.id} appearance="information" title="Note on this account">
          <p>{note.text}</p>
          <p className="subtle small">
            {note.by.name}
            {note.until !== null && `, until ${spellDay(note.until)}`}
          </p>
        </Notice>
      ))}
      {running && <Escalations />}
      {monthEnd !== null && <MonthEnd monthEnd={monthEnd} />}
      {listing !== null ? <Listing listing={listing} /> : expects === 'listing' && team && <ListingForm />}
      {release !== null ? <Release /> : team && (account !== null || expects === 'release') && expects !== 'listing' && <StartRelease />}
      {account !== null && !running && <Escalations />}
      {history.length > 0 && <Journal history={history} empty="" />}
    </>
  );
}

function Headline({ account: { name, cid, marked, from } }: { account: NonNullable<KeyAccountView['account']> }) {
  return (
    <div className="key-head">
      <p className="headline">
        {name} <span className="subtle">({cid})</span>
      </p>
      <div className="card-states">
        <Lozenge appearance="new">Key account</Lozenge>
        <span className="subtle small">
          {marked} · {from === null ? 'from always' : `since ${spellDay(from)}`}
        </span>
      </div>
    </div>
  );
}
