import { JiraRefused } from '../../../src/app/errors';
import { checkSight } from '../../../src/app/radar/check-sight';
import { lookAgain } from '../../../src/app/radar/look-again';
import { readActivity } from '../../../src/app/radar/read-activity';
import { takeTurns } from '../../../src/app/take-turns';
import { actInPanel } from '../../support/acts';
import { isWorthATurn, type MemoryWorld, memoryWorld } from '../../support/memory-ports';
import { asksOf } from '../../../src/procedures/account-manager/asks';
import { onRadar } from '../../../src/core/radar';
import { aPerson, aPolicy } from '../../support/sop';
import { Desk, wait } from '../../support/wait-desk';

const admin = { mayAdminister: async () => true };
const turn = (world: MemoryWorld) => takeTurns(world.ports(), ['100']);
const radarOf = (world: MemoryWorld) =>
  world.records.get('100')?.radar.map(({ code }) => code) ?? [];

/** The ticket waits, and nobody is asked. */
function waits(world: MemoryWorld): void {
  world.jira.ticket = {
    ...world.jira.ticket,
    status: { id: 'wfam', name: 'Waiting for Account Manager', done: false },
  };
}

describe('a turn and the radar', () => {
  it('lists a ticket the app has never met, with one read and no write to Jira', async () => {
    const world = memoryWorld();
    waits(world);
    await turn(world);
    expect(radarOf(world)).toEqual(['waits-for-nobody']);
    expect(world.jira.requests).toEqual(['readTicket']);
    expect(world.records.get('100')).toMatchObject({ revision: 1, outbox: [], wakeAt: null });
  });

  it('writes nothing while nothing changes, and takes it off the list when it is mended', async () => {
    const world = memoryWorld();
    waits(world);
    await turn(world);
    world.advance(3_600_000);
    await turn(world);
    expect(world.records.get('100')?.revision).toBe(1);
    world.jira.ticket = {
      ...world.jira.ticket,
      status: { id: 'progress', name: 'In Progress', done: false },
    };
    await turn(world);
    expect(world.records.get('100')).toMatchObject({ revision: 2, radar: [] });
  });

  it('finds a change of anything in a listed ticket worth a turn', async () => {
    const world = memoryWorld();
    const hint = {
      issueId: '100',
      projectId: '1',
      kind: 'updated',
      fields: ['priority'],
      mentions: false,
    } as const;
    expect(await isWorthATurn(world, hint)).toBe(false);
    waits(world);
    await turn(world);
    expect(await isWorthATurn(world, hint)).toBe(true);
  });

  it('looks again when Jira did not take what was decided', async () => {
    const world = memoryWorld();
    const door = world.jira.door.bind(world.jira);
    world.jira.door = (by) => {
      const inner = door(by);
      return {
        ...inner,
        edit: async (issue, change, mark) => {
          if (change.people.some(({ field }) => field === 'rm'))
            throw new JiraRefused(400, 'edit ticket 100', { rm: 'Field rm cannot be set.' });
          await inner.edit(issue, change, mark);
        },
      };
    };
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
    expect(radarOf(world)).toEqual([]);
    expect(world.queued).toContainEqual({ issueIds: ['100'], delaySeconds: 0 });
    await turn(world);
    expect(world.records.get('100')?.radar).toMatchObject([
      {
        code: 'field-empty',
        repair: 'automatic',
        text: 'Regional Manager is empty although a response is requested.',
      },
    ]);
  });
});

describe('what administrators see of it', () => {
  it('is every listed ticket of every queue, with its summary where they may see it', async () => {
    const world = memoryWorld();
    waits(world);
    await turn(world);
    const { queues } = await readActivity(world.ports('admin'), admin);
    expect(queues).toMatchObject([
      {
        key: 'EBH',
        more: false,
        tickets: [
          {
            key: 'EBH-1',
            summary: 'A ticket',
            items: [{ code: 'waits-for-nobody', why: { clause: 'AM-17', policyVersion: 3 } }],
          },
        ],
      },
    ]);
    const ports = world.ports('admin');
    const blind = {
      ...ports,
      jira: {
        ...ports.jira,
        viewer: {
          accountId: 'admin',
          door: { ...world.jira.door('admin'), readTickets: async () => [] },
        },
      },
    };
    expect((await readActivity(blind, admin)).queues[0]?.tickets[0]?.summary).toBeNull();
  });

  it('is for administrators only', async () => {
    const world = memoryWorld();
    const nobody = { mayAdminister: async () => false };
    await expect(readActivity(world.ports('agent'), nobody)).rejects.toMatchObject({
      code: 'permission',
    });
    await expect(lookAgain(world.ports('agent'), nobody, '1')).rejects.toMatchObject({
      code: 'permission',
    });
  });

  it('can be looked at again, in the background', async () => {
    const world = memoryWorld();
    expect(await lookAgain(world.ports('admin'), admin, '1')).toEqual({ tickets: 0 });
    waits(world);
    await turn(world);
    expect(await lookAgain(world.ports('admin'), admin, '1')).toEqual({ tickets: 1 });
    expect(world.queued).toEqual([{ issueIds: ['100'], delaySeconds: 0 }]);
  });
});

describe('who cannot see a queue they answer in', () => {
  const setUp = async () => {
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
    const ports = world.ports();
    ports.directory.put = async (_accounts, people) => {
      for (const person of people) world.people = { ...world.people, [person.accountId]: person };
    };
    world.queued.length = 0;
    return { world, ports };
  };
  const named = (id: string) => aPerson(id);
  /** The ticket of the world also waits for these people, twice each. */
  const owes = (world: MemoryWorld, ...people: string[]): void => {
    const record = world.records.get('100');
    if (record === undefined) throw new Error('There is no record.');
    const of = { people };
    const { clocks: more = [] } = new Desk().owes(wait({ of }), wait({ key: 'more', of })).ledger;
    const clocks = [...(record.ledger.clocks ?? []), ...more];
    world.records.set('100', { ...record, ledger: { ...record.ledger, clocks } });
  };
  const sees =
    (blind: readonly string[], asked: string[] = []) =>
    async (person: string, projects: readonly string[]) => {
      asked.push(person);
      return { browse: blind.includes(person) ? [] : projects, comment: projects };
    };

  it('is asked about those alone who hold a request, noted once, and their tickets are looked at', async () => {
    const { world, ports } = await setUp();
    const asked: string[] = [];
    expect(await checkSight(ports, sees(['Chad', 'Joe'], asked))).toBe(1);
    expect(asked).toEqual(['Chad']);
    expect(world.queued).toEqual([{ issueIds: ['100'], delaySeconds: 0 }]);
    await turn(world);
    // Somebody who sees it has taken over (A14), and whoever could not is still to be let in.
    expect(asksOf(world.records.get('100')?.ledger).ask?.holder).toBe('James Lee');
    expect(radarOf(world)).toEqual(['wait-out-of-sight']);
    expect(await checkSight(ports, sees(['Chad']))).toBe(0);
  });

  it('is asked about everybody for whom anything waits, in whichever procedure', async () => {
    const { world, ports } = await setUp();
    owes(world, 'Rita', 'Davies');
    const asked: string[] = [];
    expect(await checkSight(ports, sees(['Rita'], asked))).toBe(1);
    expect(new Set(asked)).toEqual(new Set(['Chad', 'Rita', 'Davies']));
    expect(world.people['Rita']).toMatchObject({ cannotSee: ['1'] });
    // One look, however much waits for them on the ticket.
    expect(world.queued).toEqual([{ issueIds: ['100'], delaySeconds: 0 }]);
  });

  it('is asked about somebody who stands in no directory, and noted only of who cannot see it', async () => {
    const { world, ports } = await setUp();
    owes(world, 'newcomer', 'other agent');
    const { newcomer: _one, 'other agent': _other, ...known } = world.people;
    world.people = known;
    const app = { ...ports.jira.app, people: async (ids: readonly string[]) => ids.map(named) };
    const jira = { ...ports.jira, app };
    expect(await checkSight({ ...ports, jira }, sees(['newcomer']))).toBe(1);
    expect(world.people['newcomer']).toEqual(aPerson('newcomer', { cannotSee: ['1'] }));
    expect(world.people).not.toHaveProperty('other agent');
  });

  it('is looked at again where others have it meanwhile, once they see it', async () => {
    const { world, ports } = await setUp();
    const record = world.records.get('100');
    if (record === undefined) throw new Error('There is no record.');
    const desk = new Desk().change('Ana', { cannotSee: ['1'] }).owes(wait());
    world.records.set('100', { ...record, radar: onRadar(desk.ledger, desk.situation) });
    world.people = { ...world.people, Rita: aPerson('Rita', { cannotSee: ['1'] }) };
    expect(await checkSight(ports, sees([]))).toBe(1);
    expect(world.queued.flatMap(({ issueIds }) => issueIds)).toContain('100');
  });

  it('stands on the radar where nobody is left who sees the ticket', async () => {
    const { world, ports } = await setUp();
    world.policy = { ...aPolicy(), fallback: [] };
    await checkSight(ports, sees(['Chad']));
    await turn(world);
    expect(radarOf(world)).toContain('wait-out-of-sight');
  });

  it('is asked about the same people where too many requests are open to read them all', async () => {
    const { ports } = await setUp();
    const asked: string[] = [];
    expect(
      await checkSight(
        { ...ports, tickets: { ...ports.tickets, listedPeople: async () => null } },
        sees(['Chad', 'Joe'], asked),
      ),
    ).toBe(1);
    expect(asked).toEqual(['Chad']);
  });

  it('is forgotten when they see it again, also when nobody asks them any more', async () => {
    const { world, ports } = await setUp();
    world.people = { ...world.people, Joe: aPerson('Joe', { cannotSee: ['1'] }) };
    expect(await checkSight(ports, sees([]))).toBe(1);
    expect(world.people['Joe']).not.toHaveProperty('cannotSee');
  });

  it('is left as it was where Jira does not tell an app, and before there are settings', async () => {
    const { world, ports } = await setUp();
    const refuses = async (): Promise<never> => {
      throw new JiraRefused(403, 'say what somebody may do');
    };
    expect(await checkSight(ports, refuses)).toBe(0);
    world.policy = null;
    expect(await checkSight(ports, sees(['Chad']))).toBe(0);
  });
});
