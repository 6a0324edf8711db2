// A project that is deleted says nothing of its tickets (Forge: cascading events are not emitted): they are let go at once.
import type { ProjectId } from '../core/ids';
import { letGo } from './let-go';
import type { Ports } from './ports';

/** After everything that can ever fall due. */
const endOfTime = '9999-12-31T00:00:00.000Z';

/** Notes that the project is gone, for what is looked at later. */
export async function noteProjectGone(ports: Ports, projectId: ProjectId): Promise<void> {
  const look = (await ports.looks.of([projectId]))[projectId];
  await ports.looks.keep(projectId, {
    until: look?.until ?? null,
    failing: look?.failing ?? null,
    gone: ports.now(),
  });
  await ports.background.push({ kind: 'project-gone', projectId }, 0);
}

/** Lets go of every ticket of the project in which something has to happen; done twice it is the same as once. */
export async function letProjectGo(ports: Ports, projectId: ProjectId): Promise<void> {
  let cursor: string | null = null;
  do {
    const page = await ports.tickets.waking(endOfTime, cursor);
    const records = await ports.tickets.loadAll(page.wakes.map(({ issueId }) => issueId));
    for (const record of records.values())
      if (record.ledger.projectId === projectId) await letGo(ports, record, 'project-deleted');
    cursor = page.next;
  } while (cursor !== null);
}
