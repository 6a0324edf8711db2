import './dialog.css';
import { view as frame } from '@forge/bridge';
import { useEffect } from 'react';
import { callPanel } from './call';
import { Now, useServerClock } from '../shared/clock';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { useLive } from '../shared/use-live';
import { RequestForm } from './RequestForm';

const load = () => callPanel('ticket.get', {});

// A dialog is open for a minute or two; it follows when it is looked at again, and a stale write is answered freshly.
const liveliness = { every: () => 5 * 60_000, on: {} };

/** The dialog "Request response": what for, the note, and what will happen. */
export function RequestResponse({ issueId }: { issueId: string }) {
  const { received, problem, read, show } = useLive(load, liveliness);
  const now = useServerClock(received);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent): void => {
      // An open menu closes first. Looked at before the select itself hears of the key.
      if (
        event.key === 'Escape' &&
        !document.querySelector('[role="combobox"][aria-expanded="true"]')
      )
        void frame.close();
    };
    document.addEventListener('keydown', closeOnEscape, true);
    return () => document.removeEventListener('keydown', closeOnEscape, true);
  }, []);
  return (
    <main className="dialog">
      <h1>Request response</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={() => void read()} />}
      {received ? (
        <Now.Provider value={now}>
          <RequestForm issueId={issueId} view={received.view} show={show} />
        </Now.Provider>
      ) : (
        problem === null && (
          <Skeleton lines={[40, 100, 30, 100, 100, 60]} label="Reading the ticket" />
        )
      )}
    </main>
  );
}
