import type { PartialFaults } from '../../host/faults';
import { Desk } from './desk';

/** Everything at once, from a printed seed. */
const everything = (seed: number): PartialFaults => ({
  seed,
  events: { delay: 0.3, maxDelaySeconds: 180, duplicate: 0.2, reorder: 0.2, drop: 0.2 },
  queue: { redeliver: 0.2 },
  crash: { before: 0.02, after: 0.02 },
  timeout: { chance: 0.03 },
  rateLimit: {
    chance: 0.05,
    retryAfterSeconds: 20,
    reasons: ['jira-burst-based', 'jira-per-issue-on-write', 'jira-quota-tenant-based'],
  },
  serverError: { chance: 0.05 },
  conflict: { chance: 0.1 },
  searchLagSeconds: 180,
  kvsQueryLagSeconds: 30,
});

const seeds = Array.from({ length: 16 }, (_, index) => index + 1);

describe('whatever goes wrong, two sweeps after it stops all is as it should be', () => {
  it.each(seeds)('an answer in time, seed %i', async (seed) => {
    const desk = await Desk.open({ faults: everything(seed) });
    await desk.ticket();
    await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
    await desk.host.advance('PT20M');
    await desk.as('nora.quist').reply(desk.key, 'Any news?');
    await desk.host.advance('PT10M');
    await desk.as('ben.ito').comment(desk.key, 'We are asking.', { public: true });
    await desk.host.advance('PT20M');
    await desk.as('maya.ortiz').comment(desk.key, 'It is signed.');
    await desk.host.advance('PT10M');
    desk.host.faults.clear();
    await desk.host.advance('PT2H10M');
    expect(await desk.seen()).toMatchObject({
      status: 'Waiting for Support',
      accountManager: 'Maya Ortiz',
      regionalManager: 'Tom Reyes',
    });
    expect((await desk.panel()).ask).toBeNull();
    expect(await desk.timesTagged('Tom Reyes')).toBe(0);
    await desk.invariants();
  });

  it.each(seeds)('silence, seed %i', async (seed) => {
    const desk = await Desk.open({ faults: everything(seed + 100) });
    await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
    await desk
      .as('ben.ito')
      .comment(desk.key, 'is it signed?', { mention: ['owen.clarke@relay.example'] });
    await desk.host.advance('PT5H');
    desk.host.faults.clear();
    await desk.host.advance('PT2H10M');
    const { ask } = await desk.panel();
    expect(ask).toMatchObject({ stage: 'management' });
    expect(await desk.seen()).toMatchObject({
      status: 'Waiting for Management',
      accountManager: 'Owen Clarke',
      regionalManager: 'Victor Hale',
    });
    expect(await desk.timesTagged('Victor Hale')).toBe(1);
    await desk.invariants();
  });
});
