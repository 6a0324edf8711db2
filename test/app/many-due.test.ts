// Many tickets due at once: paced by what Jira takes, read once, and left to the next sweep when the points are gone.
import { takeTurns } from '../../src/app/take-turns';
import { actInPanel } from '../support/acts';
import { wakeDueTickets } from '../../src/app/wake-due-tickets';
import type { Ports } from '../../src/app/ports';
import { type MemoryWorld, memoryWorld } from '../support/memory-ports';

async function asked(): Promise<MemoryWorld> {
  const world = memoryWorld();
  await actInPanel(
    world.ports('agent'),
    '100',
    {
      kind: 'request',
      entryId: 'urgent',
      note: 'Is the contract signed?',
      priorityId: 'high',
    },
    0,
  );
  world.jira.requests.length = 0;
  world.queued.length = 0;
  return world;
}

/** The same world, with so many tickets due now. */
const withDue = (world: MemoryWorld, many: number): Ports => {
  const ports = world.ports();
  const wakes = Array.from({ length: many }, (_, place) => ({
    issueId: String(1000 + place),
    at: world.now,
  }));
  const pages = (cursor: string | null) => ({
    wakes: wakes.slice(Number(cursor ?? 0), Number(cursor ?? 0) + 100),
    next: Number(cursor ?? 0) + 100 < many ? String(Number(cursor ?? 0) + 100) : null,
  });
  return {
    ...ports,
    tickets: { ...ports.tickets, waking: async (_until, cursor) => pages(cursor) },
  };
};

describe('many tickets due at once', () => {
  it('wake at most 90 a second, each once', async () => {
    const world = await asked();
    expect(await wakeDueTickets(withDue(world, 1000))).toBe(1000);
    const bySecond = new Map<number, number>();
    for (const { issueIds, delaySeconds } of world.queued)
      bySecond.set(delaySeconds, (bySecond.get(delaySeconds) ?? 0) + issueIds.length);
    expect(Math.max(...bySecond.values())).toBe(90);
    expect(Math.max(...bySecond.keys())).toBe(11);
    expect(new Set(world.queued.flatMap(({ issueIds }) => issueIds)).size).toBe(1000);
  });

  it('are queued no further ahead than the next sweep', async () => {
    const world = await asked();
    expect(await wakeDueTickets(withDue(world, 100_000))).toBeLessThan(33_000);
  });

  it('cost Jira nothing when another turn was there first', async () => {
    const world = await asked();
    expect(await takeTurns(world.ports(), ['100', '101'], true)).toEqual(null);
    expect(world.jira.requests).toEqual([]);
    world.now = '2026-03-02T14:00:00.000Z';
    await takeTurns(world.ports(), ['100', '101'], true);
    expect(world.jira.requests[0]).toBe('readTickets');
  });

  it('are left alone while Jira’s points are scarce, but not the one ticket somebody works on', async () => {
    const world = await asked();
    const ports = world.ports();
    const scarce: Ports = {
      ...ports,
      jira: { ...ports.jira, app: { ...ports.jira.app, scarceFor: () => 1200 } },
    };
    expect(await takeTurns(scarce, ['100', '101'])).toEqual({
      issueIds: ['100', '101'],
      retryAfterSeconds: 1200,
    });
    expect(world.jira.requests).toEqual([]);
    await takeTurns(scarce, ['100']);
    expect(world.jira.requests).toEqual(['readTicket']);
  });
});
