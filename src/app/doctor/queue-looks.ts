// How far the app has come by itself in each queue: what nobody would otherwise see until a due time was missed.
import type { QueueLookView } from '../../contract/doctor';
import type { Policy } from '../../core/policy';
import type { Ports } from '../ports';
import { notLookedAtSince } from '../reconcile-tickets';

/** In the order of the settings. */
export async function queueLooks(
  ports: Ports,
  policy: Policy | null,
): Promise<readonly QueueLookView[]> {
  const queues = Object.values(policy?.queues ?? {});
  if (policy === null || queues.length === 0) return [];
  const ids = queues.map(({ projectId }) => projectId);
  const [looks, passes] = await Promise.all([ports.looks.of(ids), ports.looks.passes(ids)]);
  return queues.map(({ projectId, key, name }) => {
    const since = notLookedAtSince(policy, looks[projectId], ports.now());
    const { tickets, of, done } = passes[projectId] ?? { tickets: 0, of: null, done: null };
    return {
      key,
      name,
      late: since === null ? null : { since, why: looks[projectId]?.failing?.why ?? null },
      // What is queued and was not closed meanwhile; the count is only about right.
      pass: { tickets, of: of === null ? null : Math.max(of, tickets), done },
    };
  });
}
