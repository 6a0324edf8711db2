// Queues that a procedure leaves out although its accounts have tickets there: where several SOPs meet, nobody else says so (X4).
import { bad, type Finding, listed } from '../../core/doctor/finding';
import { localDateAt } from '../../core/calendar/local-time';
import { msOf } from '../../core/instant';
import type { QueuePolicy } from '../../core/policy';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import { describedFor, partOf } from '../settings/procedure-settings';

/** What the queue lacks of procedures that it does not run, while accounts stand on their list. */
export async function leftOut(ports: Ports, queue: QueuePolicy): Promise<Finding[]> {
  const all = describedFor(await configuredOf(ports), 'queue');
  const running = all.filter(({ described }) => partOf(queue, described) !== null);
  const day = localDateAt('UTC', msOf(ports.now()));
  const found = await Promise.all(
    all.map(async ({ described, leavesOut }) => {
      if (leavesOut === undefined || partOf(queue, described) !== null) return [];
      const accounts = await ports.directory.marked(described.id);
      const concerned = accounts.filter((account) => leavesOut.concerns(account, day));
      if (concerned.length === 0) return [];
      const titles = running.map(({ described: { title } }) => title);
      const meets = titles.length === 0 ? '' : ` ${listed(titles)} go on there without them.`;
      return [
        bad('warning', {
          code: 'left-out',
          what: `${queue.key} does not follow ${described.title.toLowerCase()}, and ${listed(concerned.map(({ name }) => name))} may have tickets there: ${leavesOut.lacking}.${meets}`,
          clause: titles.length === 0 ? leavesOut.clause : 'X4',
          fix: `Turn on "${described.title}" in the settings of this queue.`,
        }),
      ];
    }),
  );
  return found.flat();
}
