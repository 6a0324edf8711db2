// HY-18, M15: how many updates the departments of each hybrid account have not acknowledged.
import { type Unseen, unseenList } from '../unseen';
import type { Cid } from '../../../core/ids';
import type { Ports } from '../../../app/ports';

/** Tickets looked at for each department: with so many, what matters is that they are many. */
const most = 1000;

/** Updates that one of the departments has not acknowledged, by account; none where it is absent. */
export async function unseenByAccount({
  tickets,
}: Pick<Ports, 'tickets'>): Promise<ReadonlyMap<Cid, number>> {
  const counts = new Map<Cid, number>();
  for (const side of ['cs', 'fmc'] as const) {
    for (const { accounts, count } of await tickets.listed<Unseen>(unseenList, side, most)) {
      for (const cid of accounts) counts.set(cid, (counts.get(cid) ?? 0) + count);
    }
  }
  return counts;
}
