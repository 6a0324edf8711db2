import type { Routes } from '../../src/app/ports';
import { type Hint, routesOf } from '../../src/app/worth-a-turn';
import { procedures } from '../../src/procedures';
import { isWorthATurn, memoryWorld } from '../support/memory-ports';
import { aPolicy, aQueue } from '../support/sop';

const policy = aPolicy(aQueue());
const hint: Hint = { issueId: '7', projectId: '1', kind: 'updated', fields: [], mentions: false };
const is = (event: Partial<Hint>): Promise<boolean> =>
  isWorthATurn({ ...memoryWorld(), policy }, { ...hint, ...event });

describe('An event on a ticket of which nothing is known', () => {
  const manager = aQueue().fields.accountManager.id;

  it('is worth a turn where a procedure of its queue listens to it', async () => {
    expect(await is({ fields: ['status'] })).toBe(true);
    expect(await is({ fields: [manager] })).toBe(true);
    expect(await is({ kind: 'commented', mentions: true })).toBe(true);
  });

  it('is not worth one otherwise', async () => {
    expect(await is({ fields: ['assignee'] })).toBe(false);
    expect(await is({ kind: 'commented' })).toBe(false);
    expect(await is({ kind: 'created' })).toBe(false);
    expect(await is({ kind: 'deleted' })).toBe(false);
    expect(await is({ projectId: '9', fields: ['status'] })).toBe(false);
  });

  it('is worth one where it does not say in which queue, and one of them listens', async () => {
    expect(await is({ projectId: null, fields: ['status'] })).toBe(true);
    expect(await is({ projectId: null, fields: ['assignee'] })).toBe(false);
  });
});

it('What events are worth takes about a kilobyte for ten queues', () => {
  const queues = Array.from({ length: 10 }, (_, place) => aQueue({ projectId: `1000${place}` }));
  const routes: Routes = routesOf(procedures, {
    ...policy,
    queues: Object.fromEntries(queues.map((queue) => [queue.projectId, queue])),
  });
  expect(Object.keys(routes.queues)).toHaveLength(10);
  expect(JSON.stringify(routes).length).toBeLessThan(1200);
});
