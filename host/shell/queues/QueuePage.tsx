import { PageHead } from '../chrome/PageHead';
import { useSession } from '../data/session';
import { useLoad } from '../data/use-load';
import { Empty } from '../parts/Empty';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';
import { IssueList } from './IssueList';
import { readQueues } from './queues';

/** One queue of a project; without a name the first. */
export function QueuePage({
  project: key,
  queue: id,
}: {
  readonly project: string;
  readonly queue: string;
}) {
  const { projects, person } = useSession();
  const project = projects.find((one) => one.key === key);
  const {
    value: queues,
    error,
    reload,
  } = useLoad(project ? `queues ${key} ${person?.accountId}` : null, () =>
    project ? readQueues(project, person) : Promise.resolve([]),
  );
  if (!project)
    return <Trouble error={new Error(`There is no project ${key}.`)} title="Nothing here" />;
  if (error) return <Trouble error={error} onTryAgain={reload} />;
  if (!queues) return <Skeleton lines={[20, 40, 100, 100, 100]} label="Reading the queue" />;
  const queue = queues.find((one) => one.id === id) ?? queues[0];
  if (!queue) return <Empty title={`${project.name} has no queues.`} />;
  return (
    <>
      <PageHead title={queue.name} crumbs={[{ name: project.name, to: paths.queue(key, '') }]}>
        <p className="subtle small">
          <Link to={paths.search(queue.jql)} className="quiet-link" title="Open as a search">
            <code>{queue.jql}</code>
          </Link>
        </p>
      </PageHead>
      <IssueList
        key={queue.id}
        jql={queue.jql}
        label={`Tickets of ${queue.name}`}
        empty={
          <Empty title="Nothing waits here.">Tickets appear as soon as they match the queue.</Empty>
        }
      />
    </>
  );
}
