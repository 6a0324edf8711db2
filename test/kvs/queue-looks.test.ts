import { queueLooks } from '../../src/kvs/queue-looks';
import { openAdapterDoor } from '../support/adapter-door';

const at = '2026-03-02T14:00:00.000Z';

it('how far the app has looked is kept for each queue by itself', async () => {
  const door = await openAdapterDoor();
  const run: typeof door.run = (work) => door.run(work);
  const look = { until: at, failing: { since: at, why: 'Jira would not search for tickets' } };
  const pass = { since: at, movedAt: at, after: 'page 2', tickets: 500, of: 700, done: null };
  expect(await run(() => queueLooks.of(['1', '2']))).toEqual({});
  await run(() => queueLooks.keep('1', look));
  await run(() => queueLooks.keepPass('2', pass));
  expect(await run(() => queueLooks.of(['1', '2']))).toEqual({ 1: look });
  expect(await run(() => queueLooks.passes(['1', '2']))).toEqual({ 2: pass });
});
