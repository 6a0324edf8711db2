import './activity.css';
import type { ActivityView } from '../../../src/contract/activity';
import { callSettings } from '../call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { useLive } from '../../shared/use-live';
import { Queue } from './Queue';

const load = (): Promise<ActivityView> => callSettings('activity.get', {});
const liveliness = { every: () => 60_000, on: {} };

/** Tickets that are not as their SOP expects them to be, for a person to look at. */
export default function ActivityTab() {
  const { received, problem, read } = useLive(load, liveliness);
  const view = received?.view ?? null;
  return (
    <>
      {problem && (
        <ProblemMessage
          problem={problem}
          {...(problem.code === 'permission' ? {} : { onTryAgain: () => void read() })}
        />
      )}
      {view === null && problem === null && (
        <Skeleton lines={[30, 60, 60, 60]} label="Reading what needs somebody" />
      )}
      {view !== null && (
        <section className="activity" aria-labelledby="needs-somebody">
          <div>
            <h2 id="needs-somebody">Tickets that need somebody</h2>
            <p className="subtle">
              What Account Relay could not put right by itself. A ticket leaves this list once it is
              in order again.{' '}
              {view.searchedAt !== null && (
                <>
                  Last searched for what nobody told it: <Moment at={view.searchedAt} />.
                </>
              )}
            </p>
          </div>
          {view.queues.map((queue) => (
            <Queue key={queue.projectId} queue={queue} readAgain={read} />
          ))}
        </section>
      )}
    </>
  );
}
