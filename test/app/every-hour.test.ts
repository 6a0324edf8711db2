// What the app does by itself every hour, and the first look at a queue.
import { JiraBusy, JiraRefused } from '../../src/app/errors';
import { everyHour, runJob } from '../../src/app/every-hour';
import { goOnWithPass, resumePasses } from '../../src/app/first-pass';
import { newRecord, type TicketRecord } from '../../src/app/outbox';
import type { BackgroundJob, Ports } from '../../src/app/ports';
import { notLookedAtSince, reconcileTickets } from '../../src/app/reconcile-tickets';
import { putInForce } from '../../src/app/settings/put-in-force';
import { type MemoryWorld, memoryWorld } from '../support/memory-ports';
import { emptyLedger } from '../../src/core/ledger';
import { aPerson, aPolicy, aQueue } from '../support/sop';

const sees = async () => ({ browse: [], comment: [] });
const hourMs = 60 * 60_000;

const threeQueues = () =>
  aPolicy(aQueue(), {
    queues: Object.fromEntries(
      ['1', '2', '3'].map((projectId) => [projectId, aQueue({ projectId, key: `Q${projectId}` })]),
    ),
  });

/** Jira as it is where the app cannot see some projects: it refuses every search that names one. */
function blindTo(world: MemoryWorld, ...projects: string[]): void {
  world.jira.finds = (jql) => {
    const named = /project (?:in \(([\d, ]+)\)|= (\d+))/u.exec(jql);
    const ids = (named?.[1] ?? named?.[2] ?? '').split(', ');
    if (ids.some((id) => projects.includes(id))) throw new JiraRefused(400, 'search for tickets');
    return { issueIds: ids.map((id) => `${id}00`), next: null };
  };
}

const queued = (world: MemoryWorld): string[] =>
  world.queued.splice(0).flatMap(({ issueIds }) => issueIds);

describe('the hourly look', () => {
  let world: MemoryWorld;
  beforeEach(() => {
    world = memoryWorld();
    world.policy = threeQueues();
  });

  /** A turn that was cut off. */
  const halfDone = (id: string): TicketRecord => ({
    ...newRecord(emptyLedger(id, `EBH-${id}`, '1')),
    turn: { id: `${id}-1`, until: world.now },
  });

  it('searches all queues at once while Jira shows them', async () => {
    blindTo(world);
    for (const id of ['100', '200', '300']) world.records.set(id, halfDone(id));
    await reconcileTickets(world.ports());
    expect(world.jira.requests).toEqual(['search']);
    expect(queued(world)).toEqual(['100', '200', '300']);
  });

  it('finds what changed in the other queues where one cannot be seen', async () => {
    blindTo(world, '2');
    for (const id of ['100', '200', '300']) world.records.set(id, halfDone(id));
    await reconcileTickets(world.ports());
    expect(queued(world)).toEqual(['100', '300']);
    expect(world.looks.get('1')).toMatchObject({ until: world.now, failing: null });
    expect(world.looks.get('2')).toMatchObject({ until: null, failing: { since: world.now } });
  });

  it('gives a turn to tickets in which something was missed, and to no others', async () => {
    const { ticket } = world.jira;
    world.jira.finds = () => ({ issueIds: ['100', '101'], next: null });
    await reconcileTickets(world.ports());
    expect(queued(world)).toEqual([]);
    const text = 'Can you help?';
    const tag = { id: 5, at: world.now, public: false, mentions: ['Chad'], text, said: text };
    world.jira.ticket = { ...ticket, comments: [{ ...tag, author: aPerson('agent') }] };
    await reconcileTickets(world.ports());
    expect(queued(world)).toEqual(['100', '101']);
    expect(world.records.size).toBe(0);
    expect(new Set(world.jira.requests)).toEqual(new Set(['search']));
  });

  it('gives a turn to a ticket that cannot be decided at once, and goes on with the others', async () => {
    world.jira.finds = () => ({ issueIds: ['100', '101'], next: null });
    world.records.set('101', halfDone('101'));
    const ports = world.ports();
    const broken: Ports['directory'] = {
      ...ports.directory,
      people: () => Promise.reject(new Error('Broken.')),
    };
    await reconcileTickets({ ...ports, directory: broken });
    expect(queued(world)).toEqual(['100', '101']);
  });

  it('asks once for those that answer, and once for the one that does not', async () => {
    blindTo(world, '2');
    await reconcileTickets(world.ports());
    world.jira.requests.length = 0;
    await reconcileTickets(world.ports());
    expect(world.jira.requests).toEqual(['search', 'search']);
  });

  it('looks at everything that is open once a queue is seen again', async () => {
    blindTo(world, '2');
    await reconcileTickets(world.ports());
    blindTo(world);
    await reconcileTickets(world.ports());
    expect(world.jobs).toEqual([{ job: { kind: 'first-pass', projectId: '2' }, delaySeconds: 0 }]);
    expect(world.looks.get('2')).toMatchObject({ until: world.now, failing: null });
  });

  it('is late after three hours in vain, for the queue it fails in and for no other', async () => {
    blindTo(world, '2');
    await reconcileTickets(world.ports());
    const since = world.now;
    const late = (id: string) =>
      notLookedAtSince({ ...threeQueues(), effectiveFrom: since }, world.looks.get(id), world.now);
    for (let hour = 1; hour <= 4; hour += 1) {
      world.advance(hourMs);
      await reconcileTickets(world.ports());
      expect([late('1'), late('2')]).toEqual([null, hour > 3 ? since : null]);
    }
  });

  it('comes first, and whatever fails after it holds up nothing and is tried again', async () => {
    const done: string[] = [];
    const ports: Ports = {
      ...world.ports(),
      procedures: ['one', 'two'].map((id) => ({
        id,
        load: {
          rules: () => Promise.reject(new Error('Nothing decides here.')),
          hourly: () =>
            Promise.resolve(async () => {
              done.push(id);
              if (id === 'one') throw new Error('It broke.');
            }),
        },
      })),
    };
    world.jira.before = (request) => {
      if (request === 'people') throw new JiraBusy(120, 'jira-burst-based');
    };
    await everyHour(ports, sees);
    expect(world.jira.requests[0]).toBe('search');
    expect(done).toEqual(['one', 'two']);
    expect(world.jobs.filter(({ job }) => job.kind !== 'first-pass')).toEqual([
      { job: { kind: 'people' }, delaySeconds: 120 },
      { job: { kind: 'procedure', procedure: 'one' }, delaySeconds: 60 },
    ]);
  });

  it('is tried again itself when Jira has no time for it, and the rest of the hour is done', async () => {
    world.jira.before = (request) => {
      if (request === 'search') throw new JiraBusy(30, 'jira-burst-based');
    };
    await everyHour(world.ports(), sees);
    expect(world.jobs).toContainEqual({ job: { kind: 'reconcile' }, delaySeconds: 30 });
    expect(world.jira.requests).toContain('people');
  });

  it('is not tried again where Jira says no: people mend that', async () => {
    world.jira.before = (request) => {
      if (request === 'people') throw new JiraRefused(403, 'show the people');
    };
    await everyHour(world.ports(), sees);
    expect(world.jobs.map(({ job }) => job.kind)).not.toContain('people');
  });
});

describe('the first look at a queue', () => {
  let world: MemoryWorld;
  beforeEach(() => {
    world = memoryWorld();
    world.policy = null;
    const pages: Record<string, { issueIds: string[]; next: string | null }> = {
      '': { issueIds: Array.from({ length: 250 }, (_, place) => `a${place}`), next: 'second' },
      second: { issueIds: ['b1', 'b2'], next: null },
    };
    world.jira.finds = (_jql, after) => {
      const page = pages[after ?? ''];
      if (page === undefined) throw new JiraRefused(400, 'search for tickets');
      return page;
    };
  });
  const publish = (policy = aPolicy()) =>
    putInForce(world.ports(), policy, { live: world.policy, by: 'admin', comment: '', people: [] });
  const jobs = (): BackgroundJob[] => world.jobs.splice(0).map(({ job }) => job);
  const run = async (): Promise<void> => {
    for (let some = jobs(); some.length > 0; some = jobs())
      for (const job of some) await runJob(world.ports(), sees, job);
  };

  it('begins when settings are first published, and where a queue is added, for that one alone', async () => {
    await publish();
    expect(jobs()).toEqual([{ kind: 'first-pass', projectId: '1' }]);
    await publish(threeQueues());
    expect(jobs().map((job) => 'projectId' in job && job.projectId)).toEqual(['2', '3']);
    await publish(threeQueues());
    expect(jobs()).toEqual([]);
  });

  it('looks at everything that is open, at a pace', async () => {
    await publish();
    const [first] = jobs();
    await runJob(world.ports(), sees, first as BackgroundJob);
    expect(
      world.queued.map(({ issueIds, delaySeconds }) => [issueIds.length, delaySeconds]),
    ).toEqual([
      [100, 0],
      [100, 60],
      [50, 120],
    ]);
    expect(world.passes.get('1')).toMatchObject({ tickets: 250, done: null });
    expect(world.jobs).toEqual([
      { job: { kind: 'first-pass', projectId: '1' }, delaySeconds: 180 },
    ]);
    await run();
    expect(world.passes.get('1')).toMatchObject({ tickets: 252, done: world.now });
  });

  it('goes on where it stood after it was lost, and not before', async () => {
    await publish();
    await goOnWithPass(world.ports(), '1');
    jobs();
    await resumePasses(world.ports());
    expect(jobs()).toEqual([]);
    world.advance(hourMs);
    await resumePasses(world.ports());
    world.queued.length = 0;
    await run();
    expect(queued(world)).toEqual(['b1', 'b2']);
    expect(world.passes.get('1')?.done).toBe(world.now);
  });

  it('begins anew where Jira has forgotten how far the search was', async () => {
    await publish();
    world.passes.set('1', {
      since: world.now,
      movedAt: world.now,
      after: 'forgotten',
      tickets: 400,
      of: 500,
      done: null,
    });
    await run();
    expect(world.passes.get('1')).toMatchObject({ tickets: 252, done: world.now });
  });

  it('is made good for queues from before there was one, and ends with the queue', async () => {
    world.policy = aPolicy();
    await resumePasses(world.ports());
    expect(jobs()).toEqual([{ kind: 'first-pass', projectId: '1' }]);
    world.policy = aPolicy(aQueue(), { queues: {} });
    await goOnWithPass(world.ports(), '1');
    expect(world.queued).toEqual([]);
  });
});
