// How far the app has looked at each queue by itself.
import { kvs } from '@forge/kvs';
import type { FirstPass, QueueLook, QueueLooks } from '../app/queue-ports';
import type { ProjectId } from '../core/ids';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';

async function byQueue<T>(
  projectIds: readonly ProjectId[],
  key: (projectId: ProjectId) => string,
): Promise<Readonly<Record<ProjectId, T>>> {
  const rows = await readAll<T>(projectIds.map((id) => ({ key: key(id) })));
  return Object.fromEntries(
    projectIds.flatMap((id): [ProjectId, T][] => {
      const row = rows.get(key(id));
      return row === undefined ? [] : [[id, row]];
    }),
  );
}

export const queueLooks: QueueLooks = {
  of: (projectIds) => byQueue<QueueLook>(projectIds, keys.queueLook),

  async keep(projectId, look) {
    await storing(() => kvs.set(keys.queueLook(projectId), look));
  },

  passes: (projectIds) => byQueue<FirstPass>(projectIds, keys.firstPass),

  async keepPass(projectId, pass) {
    await storing(() => kvs.set(keys.firstPass(projectId), pass));
  },
};
