import type { QueueLookView } from '../../../src/contract/doctor';
import { Moment } from '../../shared/Moment';

/** What Account Relay does by itself in the queues, where there is something to say of it. */
export function QueueLooks({ queues }: { queues: readonly QueueLookView[] }) {
  const late = queues.filter((queue) => queue.late !== null);
  const passing = queues.filter(({ late, pass }) => late === null && pass.done === null);
  if (late.length === 0 && passing.length === 0) return null;
  return (
    <ul className="looks">
      {late.map(({ key, name, late }) => (
        <li key={key} className="look-late" role="alert">
          <strong>
            {name} ({key}) was not looked at since <Moment at={late?.since ?? ''} />.
          </strong>{' '}
          {late?.why === null || late?.why === undefined
            ? 'The hourly look does not run.'
            : `${late.why} `}
          What events miss is not made good there until it is. Check that the project exists and
          that Account Relay may browse it, or take the queue out of the settings.
        </li>
      ))}
      {passing.map(({ key, name, pass: { tickets, of } }) => (
        <li key={key} role="status">
          Looking at everything that is open in {name} ({key}):{' '}
          {of === null ? `${tickets} tickets so far` : `${tickets} of about ${of} tickets`}.
        </li>
      ))}
    </ul>
  );
}
