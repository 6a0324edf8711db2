// Telling is an intent: what waits to be posted is whom to tell of what; the words are made when they are posted, and what is
// not owed any more is not said. Neither a crash nor a busy Jira tags anybody for what is over (design: X10, X11).
import { asksOf } from '../../src/procedures/account-manager/asks';
import { rules as accountManagerRules } from '../../src/procedures/account-manager/rules';
import { takeTurns } from '../../src/app/take-turns';
import { actInPanel } from '../support/acts';
import { busy, Crash } from '../support/memory-jira';
import { type MemoryWorld, memoryWorld } from '../support/memory-ports';
import { aPerson } from '../support/sop';

const hour = 60 * 60_000;

/** Chad is asked at ten, until two; at two nobody can be told. */
async function overdue(fails: (request: string) => void): Promise<MemoryWorld> {
  const world = memoryWorld();
  const note = 'Is the contract signed?';
  const ask = { kind: 'request', entryId: 'urgent', note, priorityId: null } as const;
  await actInPanel(world.ports('agent'), '100', ask, 0);
  world.now = '2026-03-02T14:00:00.000Z';
  world.jira.before = fails;
  await look(world);
  world.jira.before = () => undefined;
  world.jira.after = () => undefined;
  return world;
}

/** A turn in the background; it may die, or find Jira busy. */
const look = (world: MemoryWorld): Promise<unknown> =>
  takeTurns(world.ports(), ['100']).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });

const noComment = (request: string): void => {
  if (request === 'comment') throw busy();
};

const says = (world: MemoryWorld, author: string): void => {
  const { ticket } = world.jira;
  const comment = {
    id: 9000,
    author: aPerson(author),
    at: world.now,
    public: false,
    mentions: [],
    text: 'Yes, it is signed since Friday.',
  };
  world.jira.ticket = { ...ticket, comments: [...ticket.comments, comment] };
};

const record = (world: MemoryWorld) => {
  const found = world.records.get('100');
  if (found === undefined) throw new Error('Nothing is stored.');
  return found;
};
const tagged = ({ jira }: MemoryWorld) => jira.comments.flatMap(({ tags }) => tags);
const askIn = (world: MemoryWorld) => asksOf(record(world).ledger).ask;

describe('what waits to be posted', () => {
  it('is whom to tell of what, and no words', async () => {
    const world = await overdue(noComment);
    const [item, ...others] = record(world).outbox;
    expect(others).toEqual([]);
    expect(item?.command).toMatchObject({
      kind: 'comment',
      body: [],
      tells: [{ procedure: 'account-manager', kind: 'escalated', to: ['James Lee'] }],
    });
  });

  it('is not said when it was answered while Jira was busy for an hour', async () => {
    const world = await overdue(noComment);
    world.advance(hour / 2);
    says(world, 'Chad');
    world.advance(hour / 2);
    await look(world);
    expect(askIn(world)).toBeNull();
    expect(tagged(world)).toEqual(['Chad', 'agent']);
    expect(record(world)).toMatchObject({ outbox: [], pending: null });
    expect(record(world).ledger.journal.map(({ text }) => text)).toContain('Not said any more');
  });

  it('is said once, with the time from then on, when it is still owed', async () => {
    const world = await overdue(noComment);
    expect(askIn(world)?.dueAt).toBe('2026-03-02T16:00:00.000Z');
    world.advance(hour);
    await look(world);
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'James Lee']);
    expect(askIn(world)?.dueAt).toBe('2026-03-02T17:00:00.000Z');
    expect(world.jira.comments.at(-1)?.text).toContain('Please answer by Mon 2 Mar 2026, 17:00');
    expect(record(world).ledger.journal.at(-1)?.text).toMatch(/^James Lee told only now: /u);
  });

  it('names nobody silent who was told only a moment ago', async () => {
    const world = await overdue(noComment);
    world.now = '2026-03-02T16:10:00.000Z';
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'James Lee']);
    expect(askIn(world)).toMatchObject({ rung: 1, dueAt: '2026-03-03T10:10:00.000Z' });
  });

  it('is said once after the function died before it was posted', async () => {
    const world = await overdue((request) => {
      if (request === 'comment') throw new Crash();
    });
    world.advance(61_000);
    await look(world);
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'James Lee']);
  });

  it('is not said after the function died, when it is over by then', async () => {
    const world = await overdue((request) => {
      if (request === 'comment') throw new Crash();
    });
    says(world, 'Chad');
    world.advance(61_000);
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'agent']);
  });

  it('is not said again when the function died after it was posted', async () => {
    const world = memoryWorld();
    const note = 'Is the contract signed?';
    const ask = { kind: 'request', entryId: 'urgent', note, priorityId: null } as const;
    await actInPanel(world.ports('agent'), '100', ask, 0);
    world.now = '2026-03-02T14:00:00.000Z';
    world.jira.after = (request) => {
      if (request === 'comment') throw new Crash();
    };
    await look(world);
    world.jira.after = () => undefined;
    world.advance(61_000);
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'James Lee']);
    expect(askIn(world)?.dueAt).toBe('2026-03-02T16:00:00.000Z');
    expect(record(world).outbox).toEqual([]);
  });

  it('waits on when an act of somebody is refused meanwhile', async () => {
    const world = await overdue(noComment);
    world.advance(hour);
    const answer = { kind: 'answer', text: 'Yes, it is.', public: false } as const;
    await expect(
      actInPanel(world.ports('Rita'), '100', answer, record(world).edition),
    ).rejects.toThrow();
    expect(record(world).outbox).toHaveLength(1);
    await look(world);
    expect(tagged(world)).toEqual(['Chad', 'James Lee']);
  });

  it('is dropped when the act that comes next ends it', async () => {
    const world = await overdue(noComment);
    world.advance(hour);
    const withdraw = { kind: 'withdraw', reason: 'Settled by phone.' } as const;
    await actInPanel(world.ports('agent'), '100', withdraw, record(world).edition);
    expect(tagged(world)).toEqual(['Chad']);
    expect(record(world).outbox).toEqual([]);
  });
});

it('is said in the words of the engine where its procedure has none to say by then', async () => {
  const world = await overdue(noComment);
  world.advance(hour);
  const broken = jest.spyOn(accountManagerRules, 'sayWait').mockImplementation(() => {
    throw new Error('It broke.');
  });
  await look(world);
  broken.mockRestore();
  expect(tagged(world)).toEqual(['Chad', 'James Lee']);
  expect(world.jira.comments.at(-1)?.text).toContain('Chad did not do this in time');
});
