import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { ActivityQueue } from '../../../src/contract/activity';
import { callSettings } from '../call';
import { useWrite } from '../../shared/use-write';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { ListedTicket } from './ListedTicket';

/** The turns run in the background; by then most have been taken. */
const readAfterMs = 4000;

const counted = (count: number, more: boolean): string =>
  more ? `More than ${count} tickets` : count === 1 ? '1 ticket' : `${count} tickets`;

export function Queue({
  queue: { projectId, key, name, tickets, more },
  readAgain,
}: {
  queue: ActivityQueue;
  readAgain: () => Promise<void>;
}) {
  const [looking, setLooking] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { busy, problem, run } = useWrite<unknown>(() => undefined);
  const lookAgain = async (): Promise<void> => {
    if (!(await run(() => callSettings('activity.look-again', { projectId })))) return;
    setLooking(true);
    timer.current = setTimeout(() => void readAgain().then(() => setLooking(false)), readAfterMs);
  };
  return (
    <section className="activity-queue" aria-labelledby={`activity-${projectId}`}>
      <header className="activity-head">
        <h3 id={`activity-${projectId}`}>
          {name} <span className="subtle">({key})</span>
        </h3>
        <span className="subtle">
          {tickets.length === 0 ? 'Nothing needs anybody.' : counted(tickets.length, more)}
        </span>
        {tickets.length > 0 && (
          <Button spacing="compact" isLoading={busy || looking} onClick={() => void lookAgain()}>
            Look again<span className="for-screen-readers"> at {name}</span>
          </Button>
        )}
      </header>
      {problem && <ProblemMessage problem={problem} />}
      {tickets.length > 0 && (
        <ul className="listed">
          {tickets.map((ticket) => (
            <ListedTicket key={ticket.issueId} ticket={ticket} />
          ))}
        </ul>
      )}
    </section>
  );
}
