// Somebody whom a wait names and who stands in no directory is called by their name, which is remembered for a while only.
import { JiraDown, JiraRefused } from '../../src/app/errors';
import type { Ports } from '../../src/app/ports';
import { takeTurn } from '../../src/app/take-turn';
import { readWaiting } from '../../src/app/waits/waiting';
import type { Person } from '../../src/core/people';
import { askAct } from '../support/acts';
import { memoryWorld, type MemoryWorld } from '../support/memory-ports';
import { aPerson, aPolicy, aQueue, everybody } from '../support/sop';

interface Lookups {
  readonly jira: string[][];
  readonly remembered: Person[];
}

/** No directory has Kim; Jira has. */
function withoutKim(
  world: MemoryWorld,
  tells: (id: string) => Person[] = (id) => [aPerson(id, { name: 'Kim Doe', active: false })],
): { readonly ports: (viewer?: string) => Ports; readonly lookups: Lookups } {
  const lookups: Lookups = { jira: [], remembered: [] };
  const ports = (viewer?: string): Ports => {
    const all = world.ports(viewer);
    return {
      ...all,
      jira: {
        ...all.jira,
        app: {
          ...all.jira.app,
          people: async (ids) => {
            lookups.jira.push([...ids]);
            return ids.flatMap(tells);
          },
        },
      },
      directory: {
        ...all.directory,
        names: async (ids) => lookups.remembered.filter((one) => ids.includes(one.accountId)),
        rememberNames: async (people) => void lookups.remembered.push(...people),
      },
    };
  };
  return { ports, lookups };
}

const policy = aPolicy(aQueue(), { roles: { 'team-lead': ['Rita'] } });

const look = (world: MemoryWorld, ports: Ports) =>
  takeTurn(ports, policy, '100', { door: world.jira.door('relay') });

/** Kim asks by a click, and the app posts it, as Kim may not comment: nothing knows them. Then Chad is silent. */
async function silence(world: MemoryWorld, ports: (viewer?: string) => Ports): Promise<void> {
  world.jira.before = (request, by) => {
    if (request === 'comment' && by === 'kim') throw new JiraRefused(403, 'comment');
  };
  const act = askAct({
    kind: 'request',
    entryId: 'urgent',
    note: 'Is the contract signed?',
    priorityId: null,
  });
  const actor = () => ({ accountId: 'kim', mayTransition: true });
  const door = world.jira.door('kim');
  const doing = { act, actor, expectedRevision: null };
  await takeTurn(ports('kim'), policy, '100', { door }, doing);
  world.advance(5 * 60 * 60_000);
  await look(world, ports());
}

const words = (world: MemoryWorld): string => world.jira.comments.map(({ text }) => text).join();

it('is called by the name that Jira knows', async () => {
  const world = memoryWorld();
  const { ports } = withoutKim(world);
  await silence(world, ports);
  expect(words(world)).toContain('On behalf of Kim Doe:');
  expect(words(world)).toContain('Kim Doe asked:');
  expect(words(world)).not.toContain('somebody unknown');
});

it('is asked of Jira once, remembered with the names, and stored in no directory', async () => {
  const world = memoryWorld();
  const { ports, lookups } = withoutKim(world);
  await silence(world, ports);
  world.advance(24 * 60 * 60_000);
  await look(world, ports());
  expect(lookups.jira).toEqual([['kim']]);
  expect(lookups.remembered.map(({ accountId }) => accountId)).toEqual(['kim']);
  expect(world.people).toBe(everybody);
});

it('costs nothing where nobody has to be named', async () => {
  const world = memoryWorld();
  const { ports, lookups } = withoutKim(world);
  world.jira.ticket = { ...world.jira.ticket, assignee: aPerson('kim') };
  await look(world, ports());
  expect(lookups.jira).toEqual([]);
});

it('does not change who is asked: of somebody in no directory nothing but the name is taken', async () => {
  const world = memoryWorld();
  const { ports } = withoutKim(world);
  world.jira.ticket = { ...world.jira.ticket, assignee: null };
  await silence(world, ports);
  world.jira.comments.length = 0;
  world.jira.ticket = {
    ...world.jira.ticket,
    comments: [
      ...world.jira.ticket.comments,
      {
        id: 9000,
        author: aPerson('James Lee'),
        at: world.now,
        public: false,
        mentions: [],
        text: 'Yes, it is signed.',
      },
    ],
  };
  await look(world, ports());
  expect(world.jira.comments).toMatchObject([{ tags: ['kim'] }]);
  expect(words(world)).toContain('Kim Doe: James Lee has responded.');
});

it('stays without a name where Jira does not tell it, and everything else goes on', async () => {
  const world = memoryWorld();
  const { ports } = withoutKim(world, () => {
    throw new JiraDown('show the people');
  });
  await silence(world, ports);
  expect(words(world)).toContain('On behalf of a colleague:');
  expect(words(world)).toContain('somebody unknown asked:');
});

it('stands by name in the list of whoever waits for them', async () => {
  const world = memoryWorld();
  const { Chad: _nobody, ...others } = everybody;
  world.people = others;
  const { ports } = withoutKim(world, (id) => [aPerson(id, { name: `${id} Doe` })]);
  const act = askAct({
    kind: 'request',
    entryId: 'urgent',
    note: 'Is the contract signed?',
    priorityId: null,
  });
  const actor = () => ({ accountId: 'agent', mayTransition: true });
  const doing = { act, actor, expectedRevision: null };
  await takeTurn(ports('agent'), policy, '100', { door: world.jira.door('agent') }, doing);
  world.jira.ticket = { ...world.jira.ticket, accountManager: null };
  const { askedFor } = await readWaiting(ports('agent'));
  expect(askedFor.map(({ holders }) => holders.map(({ name }) => name))).toEqual([['Chad Doe']]);
});
