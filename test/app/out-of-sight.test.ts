// A ticket that Jira does not show any more is looked for, and let go; nothing is asked of Jira for ever.
import { JiraRefused } from '../../src/app/errors';
import { letGo } from '../../src/app/let-go';
import type { GoneRow } from '../../src/app/let-go';
import { letProjectGo, noteProjectGone } from '../../src/app/project-gone';
import { readGone } from '../../src/app/waits/gone';
import { takeTurns } from '../../src/app/take-turns';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { actInPanel } from '../support/acts';
import { isWorthATurn, type MemoryWorld, memoryWorld } from '../support/memory-ports';
import { aPolicy, aQueue } from '../support/sop';
import { Desk, wait } from '../support/wait-desk';

const dayMs = 24 * 60 * 60_000;

/** A world in which Chad was asked on the ticket, and nothing is left to do. */
async function asked(): Promise<MemoryWorld> {
  const world = memoryWorld();
  const request = {
    kind: 'request',
    entryId: 'urgent',
    note: 'Is the contract signed?',
    priorityId: 'high',
  } as const;
  await actInPanel(world.ports('agent'), '100', request, 0);
  world.jira.requests.length = 0;
  return world;
}

const record = (world: MemoryWorld) => world.records.get('100');

/** Looks whenever the ticket is to be looked at, as the five-minute sweep does, until nothing is due any more. */
async function sweeps(world: MemoryWorld, days: number): Promise<number> {
  const end = Date.parse(world.now) + days * dayMs;
  let looks = 0;
  for (;;) {
    const at = record(world)?.wakeAt ?? null;
    if (at === null || Date.parse(at) > end) return looks;
    if (at > world.now) world.now = at;
    world.advance(1000);
    await takeTurns(world.ports(), ['100', '999'], true);
    looks += 1;
    if (looks > 50) throw new Error('It is looked for without end.');
  }
}

const told = (world: MemoryWorld): Record<string, Omit<GoneRow, 'at' | 'until' | 'issueId'>> =>
  Object.fromEntries(
    world.left.map(({ who, doc }) => {
      const { at: _at, until: _until, issueId: _issue, ...row } = doc as GoneRow;
      return [who, row];
    }),
  );

const title = 'Answer the request';

describe('a ticket that is gone', () => {
  it.each([
    ['one look of its own', (world: MemoryWorld) => takeTurns(world.ports(), ['100'])],
    ['a look with others', (world: MemoryWorld) => takeTurns(world.ports(), ['100', '999'])],
  ])('is looked for again after %s, later and later', async (_, look) => {
    const world = await asked();
    world.jira.hidden = true;
    const pauses: number[] = [];
    for (let looks = 0; looks < 4; looks += 1) {
      await look(world);
      const at = record(world)?.wakeAt ?? '';
      pauses.push((Date.parse(at) - Date.parse(world.now)) / 3_600_000);
      world.now = at;
    }
    expect(pauses).toEqual([1, 6, 24, 48]);
    expect(record(world)?.radar).toMatchObject([{ code: 'out-of-sight' }]);
  });

  it('is let go after some looks: its asks end, and both sides hear of it', async () => {
    const world = await asked();
    world.jira.hidden = true;
    world.jira.finds = () => ({ issueIds: [], next: null });
    expect(await sweeps(world, 30)).toBe(5);
    expect(record(world)).toBeUndefined();
    expect(told(world)).toEqual({
      Chad: { key: 'EBH-1', what: 'gone', owed: [title], askedFor: [] },
      agent: { key: 'EBH-1', what: 'gone', owed: [], askedFor: [title] },
    });
    world.jira.requests.length = 0;
    await takeTurns(world.ports(), ['100', '999'], true);
    expect(world.jira.requests).toEqual([]);
  });

  it('goes on as if nothing had been when it is seen again', async () => {
    const world = await asked();
    const before = asksOf(record(world)?.ledger).ask;
    world.jira.hidden = true;
    await takeTurns(world.ports(), ['100']);
    world.jira.hidden = false;
    await takeTurns(world.ports(), ['100']);
    expect(asksOf(record(world)?.ledger).ask).toEqual(before);
    expect(record(world)).toMatchObject({ radar: [], wakeAt: before?.dueAt });
    expect(record(world)?.resting).toBeUndefined();
  });

  it('rests, and is asked for no more, where the whole queue cannot be seen: nothing is known of it', async () => {
    const world = await asked();
    world.jira.hidden = true;
    world.jira.finds = () => {
      throw new JiraRefused(400, 'search for tickets');
    };
    await sweeps(world, 30);
    expect(record(world)).toMatchObject({ wakeAt: null });
    expect(asksOf(record(world)?.ledger).ask).not.toBeNull();
    expect(world.left).toEqual([]);
  });

  it('is let go at once when its project was deleted, whatever falls due when', async () => {
    const world = await asked();
    world.jira.hidden = true;
    await noteProjectGone(world.ports(), '1');
    expect(world.jobs).toEqual([
      { job: { kind: 'project-gone', projectId: '1' }, delaySeconds: 0 },
    ]);
    await letProjectGo(world.ports(), '1');
    expect(record(world)).toBeUndefined();
    expect(told(world)['agent']?.what).toBe('project-deleted');
    expect(world.jira.requests).toEqual([]);
  });

  it('in another project than the one that was deleted stays', async () => {
    const world = await asked();
    await letProjectGo(world.ports(), '2');
    expect(record(world)).toBeDefined();
  });

  it('is let go where it was moved to a project that is no queue, as soon as it is clear that it stays there', async () => {
    const world = await asked();
    world.jira.ticket = { ...world.jira.ticket, projectId: '9' };
    await sweeps(world, 30);
    expect(record(world)).toBeUndefined();
    expect(told(world)['Chad']?.what).toBe('moved');
  });

  it('stands still where its queue was taken out of the settings, and goes on when that is back', async () => {
    const world = await asked();
    world.policy = aPolicy(aQueue(), { queues: {} });
    await sweeps(world, 30);
    expect(record(world)).toMatchObject({ wakeAt: null });
    expect(world.left).toEqual([]);
    world.policy = aPolicy();
    await takeTurns(world.ports(), ['100', '999']);
    expect(asksOf(record(world)?.ledger).ask).not.toBeNull();
    expect(record(world)?.wakeAt).not.toBeNull();
  });

  it('is not let go because somebody cannot see it', async () => {
    const world = await asked();
    world.jira.hidden = true;
    const before = record(world);
    await actInPanel(
      world.ports('agent'),
      '100',
      { kind: 'withdraw', reason: 'Not needed any more.' } as never,
      1,
    ).catch(() => undefined);
    expect(record(world)).toEqual(before);
  });

  it('is let go once, however often that is cut off', async () => {
    const world = await asked();
    const known = record(world);
    if (known === undefined) throw new Error('There is no record.');
    await letGo(world.ports(), known, 'deleted');
    await letGo(world.ports(), known, 'deleted');
    expect(new Set(world.left.map(({ who }) => who))).toEqual(new Set(['Chad', 'agent']));
  });

  it('tells each person what they owed and what they had asked for, apart', async () => {
    const world = await asked();
    const known = record(world);
    if (known === undefined) throw new Error('There is no record.');
    const { clocks = [] } = new Desk().owes(
      wait({ key: 'tell', title: 'Tell the customer', of: { people: ['agent'] } }),
      wait({ key: 'own', title: 'Look again', of: { people: ['agent'] }, askers: ['agent'] }),
      wait({ title: 'Approve the cost', askers: ['agent'] }),
    ).ledger;
    const ledger = { ...known.ledger, clocks: [...(known.ledger.clocks ?? []), ...clocks] };
    await letGo(world.ports(), { ...known, ledger }, 'deleted');
    expect(told(world)['agent']).toMatchObject({
      owed: ['Tell the customer', 'Look again'],
      askedFor: [title, 'Approve the cost'],
    });
    expect(told(world)['Ana']).toMatchObject({ owed: ['Approve the cost'], askedFor: [] });
  });

  it('is told as before where it was let go before that was told apart', async () => {
    const world = await asked();
    const row = { issueId: '9', key: 'EBH-9', what: 'gone', titles: [title], asked: true };
    const times = { at: world.now, until: '2026-03-20T10:00:00.000Z' };
    const ports = world.ports('agent');
    const listed = async () => [{ ...row, ...times }] as never;
    expect(await readGone({ ...ports, tickets: { ...ports.tickets, listed } })).toEqual([
      {
        issueId: '9',
        issueKey: 'EBH-9',
        what: 'gone',
        owed: [],
        askedFor: [title],
        at: world.now,
      },
    ]);
  });

  it('that is moved out while something is open is worth a look, another one is not', async () => {
    const world = await asked();
    const hint = {
      issueId: '100',
      projectId: '9',
      kind: 'updated',
      fields: ['project'],
      mentions: false,
    } as const;
    expect(await isWorthATurn(world, hint)).toBe(true);
    expect(await isWorthATurn(world, { ...hint, issueId: '101' })).toBe(false);
  });
});
