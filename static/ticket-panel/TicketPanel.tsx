import './panel.css';
import { useCallback, useMemo } from 'react';
import { callPanel } from './call';
import { Now, useServerClock } from '../shared/clock';
import { ProblemMessage } from '../shared/ProblemMessage';
import { type WrittenSop, WrittenSopContext } from '../shared/rule';
import { Skeleton } from '../shared/Skeleton';
import { useLiveTicket } from '../shared/use-live-ticket';
import { AccountCard } from './AccountCard';
import { Actions } from './Actions';
import { AskCard } from './AskCard';
import { CustomerReply } from './CustomerReply';
import { DeclinedRules } from './DeclinedRules';
import { HeldSoFar } from './HeldSoFar';
import { History } from './History';
import { untilNext } from './liveliness';
import { MoveAsk } from './MoveAsk';
import { NextUp } from './NextUp';
import { NoteMissing } from './NoteMissing';
import { Notices } from './Notices';
import { Offer } from './Offer';
import { PanelContext } from './panel-context';
import { PromiseSaid } from './PromiseSaid';
import { Waits } from './Waits';

const load = () => callPanel('ticket.get', {});
const look = (mark: string) => callPanel('look', { mark });
/** The settings have a page of their own, outside the ticket: here the sentences stand themselves. */
const sop: WrittenSop = { read: (clause) => callPanel('rule.read', { clause }), open: null };

/** The right column of a ticket: who has the ball and until when, what to do, what comes next, what was done and why. */
export function TicketPanel({ issueId }: { issueId: string }) {
  const { received, problem, read, show } = useLiveTicket({
    issueId,
    load,
    look,
    onChange: 'read',
    nextMoment: untilNext,
  });
  const now = useServerClock(received);
  const tryAgain = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  const panel = useMemo(
    () => (view === null ? null : { issueId, view, show, read: tryAgain }),
    [issueId, view, show, tryAgain],
  );

  if (panel === null) {
    return (
      <main className="panel">
        <Title />
        {problem ? (
          <ProblemMessage problem={problem} onTryAgain={tryAgain} />
        ) : (
          <Skeleton lines={[70, 45, 90, 60, 80]} label="Reading the ticket" />
        )}
      </main>
    );
  }
  return (
    <Now.Provider value={now}>
      <PanelContext.Provider value={panel}>
        <WrittenSopContext.Provider value={sop}>
          <main className="panel">
            <Title />
            <AskCard />
            <Notices problem={problem} onTryAgain={tryAgain} />
            <CustomerReply />
            <MoveAsk />
            <PromiseSaid />
            <NoteMissing />
            <Offer />
            {/* A question about the account stands before the actions that wait for its answer. */}
            {panel.view.account.kind !== 'known' && <AccountCard />}
            <Actions />
            {panel.view.account.kind === 'known' && <AccountCard />}
            <Waits waits={panel.view.waits} />
            <NextUp steps={panel.view.next} />
            <HeldSoFar held={panel.view.held} />
            <History />
            <DeclinedRules />
          </main>
        </WrittenSopContext.Provider>
      </PanelContext.Provider>
    </Now.Provider>
  );
}

/** Jira shows the panel's title outside the frame; those who hear the frame alone hear it here. */
const Title = () => <h1 className="for-screen-readers">Account Relay</h1>;
