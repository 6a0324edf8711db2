import { takeTurn } from '../../src/app/take-turn';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { askAct } from '../support/acts';
import { JiraRefused } from '../../src/app/errors';
import { memoryWorld, type MemoryWorld } from '../support/memory-ports';
import { aPerson, aPolicy, everybody, monday10 } from '../support/sop';

const says = (world: MemoryWorld, id: number, author: string, change: object = {}): void => {
  world.jira.ticket = {
    ...world.jira.ticket,
    comments: [
      ...world.jira.ticket.comments,
      {
        id,
        author: everybody[author] ?? aPerson(author),
        at: world.now,
        public: true,
        mentions: [],
        text: 'Is there any news?',
        ...change,
      },
    ],
  };
};
const turn = (world: MemoryWorld) =>
  takeTurn(world.ports(), aPolicy(), '100', { door: world.jira.door('relay') });
const ask = (world: MemoryWorld) => {
  const ledger = world.records.get('100')?.ledger;
  return ledger === undefined ? null : asksOf(ledger).ask;
};

/** Somebody is asked, and an hour has passed. */
async function asked(): Promise<MemoryWorld> {
  const world = memoryWorld();
  const act = askAct({
    kind: 'request',
    entryId: 'urgent',
    note: 'Is the contract signed?',
    priorityId: null,
  });
  const actor = () => ({ accountId: 'agent', mayTransition: true });
  await takeTurn(
    world.ports('agent'),
    aPolicy(),
    '100',
    { door: world.jira.door('agent') },
    { act, actor, expectedRevision: null },
  );
  world.advance(60 * 60_000);
  return world;
}

const customers: readonly (readonly [string, (world: MemoryWorld) => void])[] = [
  [
    'the reporter',
    (world) => void (world.jira.ticket = { ...world.jira.ticket, reporter: aPerson('Kim') }),
  ],
  ['a participant', (world) => void world.participants.push('Kim')],
  ['a member of the organization', (world) => void (world.memberOf['Kim'] = ['o1'])],
];

describe('AM-25, X12: a customer with an Atlassian account is a customer', () => {
  it.each(customers)('%s replies, and the banner is there', async (_who, given) => {
    const world = await asked();
    given(world);
    says(world, 9000, 'Kim');
    await turn(world);
    expect(ask(world)?.customerReply).not.toBeNull();
    const [noted] = [...(world.records.get('100')?.ledger.journal ?? [])].reverse();
    expect(noted?.because?.values['taken for']).toMatch(/^customer \(/u);
  });

  it.each(customers)('%s who works in the project is the team', async (_who, given) => {
    const world = await asked();
    given(world);
    world.agents.push('Kim');
    says(world, 9000, 'Kim');
    await turn(world);
    expect(ask(world)?.customerReply).toBeNull();
  });

  it('a colleague who neither works in the project nor takes part is no customer', async () => {
    const world = await asked();
    says(world, 9000, 'Kim');
    await turn(world);
    expect(ask(world)?.customerReply).toBeNull();
  });

  it('a tag and the customer’s reply that arrive in one turn are told apart', async () => {
    const world = memoryWorld();
    world.participants.push('Kim');
    says(world, 8000, 'agent', {
      public: false,
      mentions: ['Chad'],
      text: 'Chad, can you tell us?',
    });
    world.advance(60_000);
    says(world, 8001, 'Kim');
    await turn(world);
    expect(ask(world)?.customerReply).not.toBeNull();
  });

  it('Jira is not asked where nothing is open, nor again about the same person', async () => {
    const world = memoryWorld();
    const looked: string[] = [];
    const ports = world.ports();
    const watched = {
      ...ports,
      requestPeople: {
        ...ports.requestPeople,
        worksIn: async (person: string) => {
          looked.push(person);
          return false;
        },
      },
    };
    const look = () => takeTurn(watched, aPolicy(), '100', { door: world.jira.door('relay') });
    says(world, 8000, 'Kim', { at: monday10 });
    await look();
    expect(looked).toEqual([]);
    says(world, 8001, 'agent', {
      public: false,
      mentions: ['Chad'],
      text: 'Chad, can you tell us?',
    });
    says(world, 8002, 'Kim');
    await look();
    says(world, 8003, 'Kim');
    await look();
    expect(looked).toEqual(['Kim']);
  });

  it('where Jira does not say it, the turn goes on, and the reporter is the customer', async () => {
    const world = await asked();
    world.jira.ticket = { ...world.jira.ticket, reporter: aPerson('Kim') };
    says(world, 9000, 'Kim');
    const ports = world.ports();
    const refuses = async () => {
      throw new JiraRefused(403, 'say who works in a service project');
    };
    await takeTurn(
      { ...ports, requestPeople: { ...ports.requestPeople, worksIn: refuses } },
      aPolicy(),
      '100',
      { door: world.jira.door('relay') },
    );
    expect(ask(world)?.customerReply).not.toBeNull();
  });
});
