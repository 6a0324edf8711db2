// What people do at a random service desk, from a seed: the same seed tells the same month.
import { type PartialFaults } from '../../host/faults';
import { type Random, seededRandom } from '../../host/random';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type ActKind =
  | 'raise'
  /** An agent requests a response in the panel, or tags the account manager in an internal comment. */
  | 'request'
  | 'tag'
  /** Whoever is asked answers with the button, or with a comment of their own. */
  | 'answer'
  | 'comment'
  | 'customer-reply'
  | 'agent-reply'
  | 'put-back'
  | 'escalate'
  | 'promise'
  /** An agent moves the ticket by hand. */
  | 'move'
  | 'resolve'
  /** Somebody writes nonsense into the property that everybody may search. */
  | 'deface'
  /** An administrator publishes another response time. */
  | 'settings'
  /** An import moves an account to another account manager. */
  | 'owner'
  /** An account manager is away from now on, and names who stands in. */
  | 'away'
  /** A ticket of another procedure is raised; somebody does what comes next there, or what nobody may do. */
  | 'begin'
  | 'next'
  | 'mistake';

export interface Act {
  readonly id: number;
  /** Milliseconds after the first day began. */
  readonly at: number;
  readonly kind: ActKind;
  /** Which of the script's tickets; -1 for what concerns none. */
  readonly ticket: number;
  readonly agent: string;
  /**
   * Of `raise`: whose ticket; of `move`: where to; of `settings`: the hours; of `owner`: the account and its manager; of `away`:
   * who, who stands in, and for how many hours; of `begin`: which procedure; of `next` and `mistake`: a seed.
   */
  readonly value: string;
}

export interface Script {
  readonly seed: number;
  readonly days: number;
  readonly responseHours: number;
  /** The app starts cold every so many invocations: a deploy in mid-flight. */
  readonly coldStartEvery: number;
  readonly faults: PartialFaults;
  readonly acts: readonly Act[];
}

/** Days at the end on which nobody acts and nothing fails, so that two sweeps can bring everything to rest. */
const quietDays = 3;

export const customers: readonly {
  readonly name: string;
  readonly project: string;
  readonly requestType: string;
  readonly organization: string;
}[] = [
  {
    name: 'nora.quist',
    project: 'EBH',
    requestType: 'Benefits question',
    organization: 'Northwind Credit Union',
  },
  { name: 'paul.weber', project: 'SS', requestType: 'Bug report', organization: 'Alder Bank' },
  {
    name: 'rosa.lind',
    project: 'SS',
    requestType: 'Bug report',
    organization: 'Birch Federal Credit Union',
  },
  {
    name: 'hugo.stein',
    project: 'EBH',
    requestType: 'Benefits question',
    organization: 'Cedar Savings',
  },
];
const agents = ['ben.ito', 'lin.chen', 'sara.novak'];
const priorities = ['Highest', 'High', 'Medium', 'Low'];

/** What may follow in a ticket's life, and how often. */
const life: readonly (readonly [ActKind, number])[] = [
  ['request', 6],
  ['tag', 3],
  ['answer', 4],
  ['comment', 4],
  ['customer-reply', 5],
  ['agent-reply', 4],
  ['put-back', 2],
  ['escalate', 1],
  ['promise', 1],
  ['move', 2],
  ['deface', 1],
  ['resolve', 1],
];

/** @param days of the whole month; the last {@link quietDays} are quiet */
export function scriptOf(seed: number, days: number): Script {
  const random = seededRandom(seed);
  const acts: Omit<Act, 'id'>[] = [];
  const lastAct = (days - quietDays) * dayMs;
  const tickets = random.int(4, 12);
  for (let ticket = 0; ticket < tickets; ticket += 1) {
    const act = (at: number, kind: ActKind, value = ''): number =>
      acts.push({ at, kind, ticket, agent: random.pick(agents), value });
    let at = random.int(0, lastAct / 2);
    act(at, 'raise', `${random.int(0, customers.length - 1)} ${random.pick(priorities)}`);
    for (let more = random.int(2, 12); more > 0; more -= 1) {
      at += pause(random);
      if (at > lastAct) break;
      const kind = weighted(random);
      act(at, kind, kind === 'move' ? random.pick(['In Progress', 'Waiting for Customer']) : '');
      if (kind === 'resolve') break;
    }
  }
  for (let changes = random.int(0, 2); changes > 0; changes -= 1) {
    acts.push({
      at: random.int(dayMs, lastAct),
      kind: 'settings',
      ticket: -1,
      agent: 'alex.kim',
      value: String(random.pick([2, 4, 8])),
    });
  }
  acts.push(...changesOfPeople(random, lastAct), ...proceduresOf(random, tickets, lastAct));
  acts.sort((a, b) => a.at - b.at);
  return {
    seed,
    days,
    responseHours: random.pick([2, 4, 8]),
    coldStartEvery: random.pick([0, 0, 40, 200]),
    faults: faultsOf(random, seed),
    acts: acts.map((act, id) => ({ id, ...act })),
  };
}

/** Account managers who stand in for each other, and whose accounts may go from one to the other: nobody above them does. */
export const swapping = ['maya.ortiz', 'jonas.weber'] as const;
const swappedAccounts = ['NWCU', 'BRCH'];

function changesOfPeople(random: Random, lastAct: number): Omit<Act, 'id'>[] {
  const acts: Omit<Act, 'id'>[] = [];
  const none = { ticket: -1, agent: 'alex.kim' };
  for (let moves = random.int(0, 2); moves > 0; moves -= 1) {
    acts.push({
      ...none,
      at: random.int(dayMs, lastAct),
      kind: 'owner',
      value: `${random.pick(swappedAccounts)} ${random.pick(swapping)}`,
    });
  }
  if (random.int(0, 2) === 0) {
    const [who, standsIn] = random.pick([
      [swapping[0], swapping[1]],
      [swapping[1], swapping[0]],
    ]);
    acts.push({
      ...none,
      at: random.int(dayMs, lastAct - 5 * dayMs),
      kind: 'away',
      value: `${who} ${standsIn} ${random.int(4, 100)}`,
    });
  }
  return acts;
}

/** One to three tickets of the other procedures, each walked for some weeks; one click in six is a mistake. */
function proceduresOf(random: Random, firstTicket: number, lastAct: number): Omit<Act, 'id'>[] {
  const acts: Omit<Act, 'id'>[] = [];
  for (let more = random.int(1, 3); more > 0; more -= 1) {
    const ticket = firstTicket + more;
    let at = random.int(0, lastAct / 3);
    acts.push({ at, kind: 'begin', ticket, agent: 'ben.ito', value: String(random.int(0, 3)) });
    for (let clicks = random.int(10, 60); clicks > 0; clicks -= 1) {
      at += random.pick([
        () => random.int(20, 300) * 1000,
        () => random.int(5, 90) * minuteMs,
        () => random.int(1, 20) * hourMs,
      ])();
      if (at > lastAct) break;
      acts.push({
        at,
        kind: random.int(1, 6) === 1 ? 'mistake' : 'next',
        ticket,
        agent: 'ben.ito',
        value: String(random.int(1, 1_000_000)),
      });
    }
  }
  return acts;
}

/** Minutes between two acts that race, hours between most, days between some. */
const pause = (random: Random): number =>
  random.pick([
    () => random.int(1, 300) * 1000,
    () => random.int(5, 90) * minuteMs,
    () => random.int(1, 8) * hourMs,
    () => random.int(8, 60) * hourMs,
  ])();

function weighted(random: Random): ActKind {
  let left = random.int(
    1,
    life.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [kind, weight] of life) {
    left -= weight;
    if (left <= 0) return kind;
  }
  return 'request';
}

/** Each fault alone, or a mix of them; a fifth of the desks have none. */
export function faultsOf(random: Random, seed: number): PartialFaults {
  const all: readonly (() => PartialFaults)[] = [
    () => ({ events: { drop: random.pick([0.2, 0.5, 1]) } }),
    () => ({ events: { duplicate: 0.4, reorder: 0.3 } }),
    () => ({ events: { delay: 0.7, maxDelaySeconds: 180 } }),
    () => ({ queue: { redeliver: 0.3 } }),
    () => ({ crash: { before: 0.03, after: 0.03 } }),
    () => ({ timeout: { chance: 0.02 } }),
    () => ({
      rateLimit: {
        chance: 0.1,
        retryAfterSeconds: 40,
        reasons: [
          'jira-burst-based',
          'jira-per-issue-on-write',
          'jira-quota-tenant-based',
          'jira-quota-global-based',
        ],
      },
    }),
    () => ({ serverError: { chance: 0.06 } }),
    () => ({ conflict: { chance: 0.3 } }),
    () => ({ searchLagSeconds: random.pick([30, 300]) }),
    () => ({ kvsQueryLagSeconds: random.pick([5, 60]) }),
    () => ({
      missingTransitions: [
        { to: random.pick(['Waiting for Management', 'Waiting for Account Manager']) },
      ],
    }),
  ];
  const many = random.pick([0, 1, 1, 2, 4]);
  let faults: PartialFaults = { seed };
  for (let left = many; left > 0; left -= 1) {
    const more = random.pick(all)();
    faults = {
      ...faults,
      ...more,
      ...(more.events ? { events: { ...faults.events, ...more.events } } : {}),
    };
  }
  return faults;
}

/** When everything that goes wrong on purpose stops. */
export const calmFrom = ({ days }: Script): number => (days - quietDays) * dayMs;
