// Who is at work on a ticket is loaded as a whole, and nobody else is.
import { configuredOf } from '../../src/app/app-procedure';
import { contributionsTo, rulesFor } from '../../src/app/at-work';
import { takeTurn } from '../../src/app/take-turn';
import type { Clock } from '../../src/core/clock';
import { emptyLedger, type Ledger } from '../../src/core/ledger';
import type { Policy } from '../../src/core/policy';
import { procedures } from '../../src/procedures';
import { memoryWorld } from '../support/memory-ports';
import { aPolicy, aQueue } from '../support/sop';

const settled = (queue: object = {}, site: object = {}): Policy =>
  aPolicy(aQueue({ procedures: { ...queue } }), { procedures: { ...site } });
const [projectId = ''] = Object.keys(settled().queues);
const known = (change: Partial<Ledger> = {}): Ledger => ({
  ...emptyLedger('10001', 'EBH-1', projectId),
  ...change,
});

async function atWork(policy: Policy | null, ledger: Ledger | null, acting?: string) {
  const ticket = { projectId, ledger, ...(acting === undefined ? {} : { acting }) };
  return (await rulesFor({ procedures }, policy, ticket)).map(({ id }) => id);
}

describe('at work on a ticket', () => {
  it('is account management in every queue, and whatever that queue has settings for', async () => {
    expect(await atWork(settled(), null)).toEqual(['account-manager']);
    expect(await atWork(settled({ 'key-account': {} }), null)).toEqual([
      'account-manager',
      'key-account',
    ]);
  });

  it('is whoever knows something of the ticket, has a clock there or has stopped there, whatever the settings say', async () => {
    const clock = { procedure: 'access-request', key: 'send' } as Clock;
    const stopped = { since: '', tryAgainAt: '', cursor: { comment: 0, change: 0 } };
    for (const policy of [settled(), null])
      expect([
        await atWork(policy, known({ parts: { 'change-request': { v: 1, state: {} } } })),
        await atWork(policy, known({ clocks: [clock] })),
        await atWork(policy, known({ stopped: { 'hybrid-account': stopped } })),
      ]).toEqual([
        ['account-manager', 'change-request'],
        ['account-manager', 'access-request'],
        ['account-manager', 'hybrid-account'],
      ]);
  });

  it('is whoever is acted for, before anything is known of them', async () => {
    expect(await atWork(settled(), null, 'hybrid-account')).toEqual([
      'account-manager',
      'hybrid-account',
    ]);
  });

  it('is nobody of whom another ticket knows something', async () => {
    const mine = known({ parts: { 'change-request': { v: 1, state: {} } } });
    expect(await atWork(settled(), mine)).toContain('change-request');
    expect(await atWork(settled(), known())).not.toContain('change-request');
  });
});

it('a turn loads no rules but those of who is at work', async () => {
  const world = memoryWorld();
  world.policy = settled();
  const asked: string[] = [];
  const ports = {
    ...world.ports(),
    procedures: procedures.map((one) => ({
      ...one,
      load: {
        ...one.load,
        rules: () => {
          asked.push(one.id);
          return one.load.rules();
        },
      },
    })),
  };
  await takeTurn(ports, world.policy, '10001', { door: ports.jira.app });
  expect([...new Set(asked)]).toEqual(['account-manager']);
});

it('what is configured is known of every procedure, whoever is at work', async () => {
  const configured = await configuredOf({ procedures });
  expect(configured).toHaveLength(procedures.length);
  expect(configured.every(({ settings }) => settings !== undefined)).toBe(true);
});

describe('beside another page stands', () => {
  it('what those at work on its tickets add, and those who have settings for the whole site', async () => {
    const on = async (policy: Policy, ledger: Ledger | null) =>
      (await contributionsTo({ procedures }, policy, [{ projectId, ledger }])).map(
        ({ order }) => order,
      );
    expect(await on(settled(), null)).toEqual([]);
    expect(await on(settled({ 'key-account': {} }), null)).toEqual([1]);
    expect(await on(settled({}, { 'hybrid-account': {} }), null)).toEqual([2]);
    const both = known({ parts: { 'hybrid-account': { v: 1, state: {} } } });
    expect(await on(settled({ 'key-account': {} }), both)).toEqual([1, 2]);
  });
});
