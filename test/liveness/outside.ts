// What comes from outside a ticket: settings that are published, people who leave or are away, accounts that are imported.
import fc from 'fast-check';
import type { Policy, QueuePolicy } from '../../src/core/policy';
import { plusMs } from '../../src/core/instant';
import type { Readings } from '../../src/core/readings';
import type { Role } from '../../src/core/roles';
import { withProducts } from '../../src/procedures/hybrid-account/account';
import { roles, settings, team, type WalkDesk } from './desk';
import type { Move } from './moves';

const day = 24 * 60 * 60_000;

type Published = (policy: Policy, queue: QueuePolicy) => Partial<Policy>;

const inQueue = (queue: QueuePolicy, change: Partial<QueuePolicy>): Partial<Policy> => ({
  queues: { [queue.projectId]: { ...queue, ...change } },
});

/** Changes what a procedure has set, for the queue or for the site. */
const set =
  (procedure: string, change: object): Published =>
  (policy, queue) => {
    const own = queue.procedures[procedure];
    if (own !== undefined)
      return inQueue(queue, {
        procedures: { ...queue.procedures, [procedure]: { ...own, ...change } },
      });
    const site = policy.procedures[procedure];
    return site === undefined
      ? {}
      : { procedures: { ...policy.procedures, [procedure]: { ...site, ...change } } };
  };

const without = (all: Readonly<Record<string, unknown>>, name: string) =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));

/** Switches a procedure off where it is on, and on where it is off. */
const flip =
  (procedure: string): Published =>
  (policy, queue) => {
    const usual = settings();
    const [own, site] = [usual.queues['1']?.procedures[procedure], usual.procedures[procedure]];
    if (own !== undefined)
      return inQueue(queue, {
        procedures:
          queue.procedures[procedure] === undefined
            ? { ...queue.procedures, [procedure]: own }
            : without(queue.procedures, procedure),
      });
    return {
      procedures:
        policy.procedures[procedure] === undefined
          ? { ...policy.procedures, [procedure]: site }
          : without(policy.procedures, procedure),
    };
  };

const ladder = [{ to: 'engineering-manager', afterDays: 2 }] as const;

/** Everything that may be published, by what it is. */
const published: readonly (readonly [string, Published])[] = [
  ['the same', () => ({})],
  ['shorter times for changes', set('change-request', { times: { ask: 1, decide: 1 }, above: [] })],
  [
    'longer times for changes',
    set('change-request', { times: { ask: 9, deploy: 9 }, above: ladder }),
  ],
  ['two approvals', set('change-request', { clientApprovals: 2 })],
  ['changes of every type', set('change-request', { requestTypes: ['Change request', 'Release'] })],
  ['changes that go stale', set('change-request', { staleDays: 1 })],
  ['other times for access', set('access-request', { waits: { it: 1, send: 4, above: ladder } })],
  ['other times for key accounts', set('key-account', { waits: { start: 1, above: ladder } })],
  ['a short time for messages', set('hybrid-account', { acknowledgeMinutes: 15, updateDays: 1 })],
  ['nobody above for messages', set('hybrid-account', { above: [] })],
  ...['change-request', 'key-account', 'access-request', 'hybrid-account'].map(
    (procedure) => [`${procedure} off, or on`, flip(procedure)] as const,
  ),
  ...[5, 120].map(
    (graceMinutes) =>
      [
        `a grace of ${graceMinutes}`,
        (_: Policy, queue: QueuePolicy) => inQueue(queue, { times: { graceMinutes } }),
      ] as const,
  ),
  ...(
    [
      { afterLadder: 'silence' },
      { afterLadder: 'daily' },
      { atDueTime: 'prompt' },
      { atDueTime: 'shadow' },
      { atDueTime: 'escalate' },
      { clock: 'around-the-clock' },
    ] satisfies Partial<Readings>[]
  ).map(
    (reading) =>
      [
        `read ${JSON.stringify(reading)}`,
        (_: Policy, queue: QueuePolicy) =>
          inQueue(queue, { readings: { ...queue.readings, ...reading } }),
      ] as const,
  ),
];

const publication = fc.constantFrom(...published).map(([name, change]): Move => ({
  name: `published: ${name}`,
  does: (desk) => {
    desk.publish(change);
    return { cause: 'settings' };
  },
}));

/** Who holds a role: nobody, somebody else, or one more. */
const roleHolders = fc
  .tuple(
    fc.constantFrom(...(Object.keys(roles) as Role[])),
    fc.constantFrom('nobody', 'another', 'one more', 'as before'),
    fc.constantFrom(...team),
  )
  .map(([role, how, who]): Move => ({
    name: `${role}: ${how} (${who})`,
    does: (desk) => {
      desk.publish(({ roles: now = {} }) => ({
        roles: {
          ...now,
          [role]:
            {
              nobody: [],
              another: [who],
              'one more': [...new Set([...(now[role] ?? []), who])],
              'as before': roles[role] ?? [],
            }[how] ?? [],
        },
      }));
      return { cause: 'settings' };
    },
  }));

const person = fc
  .tuple(
    fc.constantFrom(...team),
    fc.constantFrom('gone', 'back', 'away', 'away alone', 'cannot see'),
    fc.constantFrom(1, 20),
    fc.constantFrom(...team),
  )
  .map(([who, how, days, delegate]): Move => ({
    name: `${who}: ${how} for ${days} days (${delegate})`,
    does: (desk) => {
      const { now } = desk;
      const stands = how === 'away alone' ? who : delegate;
      desk.person(who, {
        active: how !== 'gone',
        cannotSee: how === 'cannot see' ? ['1'] : [],
        delegation: how.startsWith('away')
          ? { delegate: stands, from: now, until: plusMs(now, days * day) }
          : { delegate: who, from: '2020-01-01T00:00:00.000Z', until: '2020-01-02T00:00:00.000Z' },
      });
      return { cause: 'directory' };
    },
  }));

const ofAccount = (desk: WalkDesk, change: object): void => {
  if (desk.account.kind === 'known')
    desk.account = { ...desk.account, account: { ...desk.account.account, ...change } };
};

/** An import of accounts, or the ticket's organization. */
const imported = fc.oneof(
  fc.constantFrom('csm', 'colleague', 'sales').map((csm): Move => ({
    name: `imported: the CSM is ${csm}`,
    does: (desk) => {
      ofAccount(desk, { customerSuccessManager: csm });
      desk.customers = Object.fromEntries(
        Object.entries(desk.customers).map(([cid, one]) => [cid, { ...one, csm }]),
      );
      return { cause: 'directory' };
    },
  })),
  fc.constantFrom('Ana', 'Paige', 'other agent').map((manager): Move => ({
    name: `imported: the account manager is ${manager}`,
    does: (desk) => {
      ofAccount(desk, { accountManager: manager });
      return { cause: 'directory' };
    },
  })),
  fc.boolean().map((hybrid): Move => ({
    name: `imported: ${hybrid ? 'both departments' : 'one department'}`,
    does: (desk) => {
      if (desk.account.kind !== 'known') return null;
      const { account } = desk.account;
      const products = hybrid ? ['LMS', 'CRED SERV'] : ['LMS'];
      desk.account = { ...desk.account, account: withProducts(account, products) };
      return { cause: 'directory' };
    },
  })),
  fc.boolean().map((known): Move => ({
    name: `organization ${known ? 'known' : 'unknown'}`,
    does: (desk) => {
      desk.organizationKnown = known;
      return { cause: 'change' };
    },
  })),
);

/** The queue is removed from the settings, or put back. */
const queue = fc.boolean().map((on): Move => ({
  name: `the queue is ${on ? 'on' : 'off'}`,
  does: (desk) => {
    if (desk.queueOn === on) return null;
    desk.queueOn = on;
    return { cause: 'settings' };
  },
}));

/** Settings, people and accounts. */
export const outside: fc.WeightedArbitrary<Move>[] = [
  { arbitrary: publication, weight: 6 },
  { arbitrary: roleHolders, weight: 4 },
  { arbitrary: person, weight: 6 },
  { arbitrary: imported, weight: 4 },
  { arbitrary: queue, weight: 1 },
];
