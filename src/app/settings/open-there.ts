// What is open where a draft would remove the queue: said before it is published, and nothing of it is dropped.
import type { DifferenceView } from '../../contract/versions';
import type { Settings } from '../../core/policy';
import { type InQueue, queueList } from '../../core/procedure';
import type { Ports } from '../ports';

/** Counted at most, for one queue. */
const mostCounted = 200;
const mostNamed = 5;

/** A line for each queue that would go while something is open in it. */
export async function openInRemoved(
  ports: Pick<Ports, 'tickets'>,
  before: Pick<Settings, 'queues'>,
  after: Pick<Settings, 'queues'>,
): Promise<readonly DifferenceView[]> {
  const removed = Object.values(before.queues).filter(({ projectId }) => !after.queues[projectId]);
  const lines = await Promise.all(
    removed.map(async ({ projectId, key, name }) => {
      const open = await ports.tickets.listed<InQueue>(queueList, projectId, mostCounted);
      const text = `${countedOpen(open)} in ${name}. Nothing is dropped: they go on when the queue is there again, and nobody is reminded until then. Withdraw what is not needed first.`;
      return open.length === 0 ? [] : [{ where: key, text }];
    }),
  );
  return lines.flat();
}

/** Such as "2 requests are open (EBH-1, EBH-4)". */
export function countedOpen(open: readonly Pick<InQueue, 'key'>[]): string {
  const many = open.length >= mostCounted ? `${mostCounted} or more` : `${open.length}`;
  const named = open.slice(0, mostNamed).map(({ key }) => key);
  const more = open.length > mostNamed ? ', …' : '';
  return `${many} ${open.length === 1 ? 'request is' : 'requests are'} open (${named.join(', ')}${more})`;
}
