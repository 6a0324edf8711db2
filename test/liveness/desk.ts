// One desk on which all five procedures work on a ticket: the people of all of them, their settings, and the customers.
import type { Act } from '../../src/core/act';
import type { CustomerAccount } from '../../src/core/account';
import { type Decision, wakeAt } from '../../src/core/decide';
import type { Instant } from '../../src/core/instant';
import type { DirectoryPerson, People } from '../../src/core/people';
import type { Policy, QueuePolicy } from '../../src/core/policy';
import type { Roles } from '../../src/core/roles';
import type { Situation } from '../../src/core/situation';
import type { Change, Comment } from '../../src/core/ticket';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { defaultAccessPolicy } from '../../src/procedures/access-request/settings/policy';
import { withChangeRequest } from '../../src/procedures/change-request/account';
import { withProducts } from '../../src/procedures/hybrid-account/account';
import { defaultHybridPolicy } from '../../src/procedures/hybrid-account/settings/policy';
import { aCustomer } from '../support/access';
import { changePolicy, customer as withRates } from '../support/change-request';
import { gates, keyPolicy } from '../support/key-account';
import { everyRule, following, type FollowedCustomer } from '../support/procedures';
import { aPerson, aPolicy, aQueue, everybody, Story } from '../support/sop';

export const roles: Roles = {
  'team-lead': ['lead', 'second lead'],
  csm: ['csm', 'colleague'],
  'sales-rep': ['sales'],
  'integration-team': ['integrator'],
  'integration-engineer': ['builder'],
  'dev-ops': ['deployer'],
  qa: ['tester'],
  'cr-approver': ['approver'],
  'internal-it': ['it'],
  'key-account-keeper': ['keeper'],
  operations: ['olga'],
  engineer: ['dev', 'peer'],
  'senior-engineer': ['senior', 'second senior'],
  'engineering-manager': ['boss'],
  'cs-ops': ['ops'],
  'fmc-team-lead': ['fmc'],
};

/** Everybody who works here. */
export const team: readonly string[] = [
  ...new Set(Object.values(roles).flat()),
  ...['agent', 'other agent', 'engineer', 'Ana', 'Paige', 'James Lee', 'delegate'],
];
/** Those, and everybody else who may write on a ticket. */
export const anybody: readonly string[] = [...team, 'customer', 'second customer', 'bot'];

const people: People = {
  ...everybody,
  ...Object.fromEntries(team.map((name) => [name, aPerson(name)])),
  'second customer': aPerson('second customer', { kind: 'customer' }),
};

const statuses = ['wfs', 'wfam', 'wfm', 'wfc', 'approval', 'progress', 'testing', 'done'];

/** A key account with a rate card, served by both departments. */
const midland: CustomerAccount = withProducts(
  withChangeRequest(
    { ...withRates, ...gates, parts: gates.parts ?? {}, customerSuccessManager: 'csm' },
    {
      rateCard: {
        currency: 'USD',
        roles: [
          { role: 'Engineer', dayRate: 80_000 },
          { role: 'Tester', dayRate: 50_001 },
        ],
      },
    },
  ),
  ['LMS', 'CRED SERV'],
);

/** Settings of every procedure, each with something to do. */
export const settings = (): Policy =>
  aPolicy(
    aQueue({
      procedures: {
        'change-request': changePolicy({
          requestTypes: ['Change request'],
          skipWithReason: true,
        }),
        'key-account': keyPolicy,
        'access-request': { ...defaultAccessPolicy, overrideGate: true },
      },
    }),
    {
      roles,
      procedures: {
        'hybrid-account': {
          ...defaultHybridPolicy,
          project: { id: '1', key: 'EBH', name: 'EBH' },
          requestType: 'Onboarding',
          integrationRequestType: 'Integration',
        },
      },
    },
  );

export class WalkDesk extends Story {
  /** Customers that tickets follow beside their own. */
  customers: Readonly<Record<string, FollowedCustomer>>;
  /** False while the ticket's organization belongs to no account: then only what was asked says whose it is. */
  organizationKnown = true;
  /** False while the project is no queue of the app: then nobody looks. */
  queueOn = true;
  /** Every comment of the app. */
  readonly said: {
    readonly at: Instant;
    readonly to: readonly string[];
    readonly words: string;
  }[] = [];
  #ids = 10_000;

  constructor(requestType: string | null) {
    super({
      account: { kind: 'known', account: midland, chosen: false },
      people,
      policy: settings(),
      ticket: {
        requestType,
        reachable: statuses.map((status) => ({ status, transition: `to-${status}` })),
      },
    });
    this.customers = {
      ALDR: aCustomer('ALDR', { csm: 'colleague' }),
      BRCH: aCustomer('BRCH', { csm: 'csm' }),
      GCBK: aCustomer('GCBK', { csm: 'colleague', products: ['LMS', 'CRED SERV'] }),
    };
  }

  override get situation(): Situation {
    const { organizationKnown, ledger } = this;
    const { named = [], pastDays = {} } = following(this.customers);
    const known = this.account.kind === 'known' ? this.account.account : undefined;
    const stays = asksOf(ledger).ask !== null || ledger.chosen !== null;
    return {
      ...super.situation,
      account: organizationKnown || stays ? this.account : { kind: 'unknown' },
      organizationAccount: organizationKnown ? known : undefined,
      named: [...(known === undefined ? [] : [known]), ...named],
      pastDays,
    };
  }

  /** The same desk, for looking at what would become of it. */
  copy(): WalkDesk {
    const other = new WalkDesk(null);
    const { ledger, ticket, now, account, people: known, policy, customers } = this;
    const { queueOn, organizationKnown } = this;
    Object.assign(other, { ledger, ticket, now, account, people: known, policy, customers });
    Object.assign(other, { queueOn, organizationKnown });
    other.#ids = this.#ids;
    return other;
  }

  get queue(): QueuePolicy {
    return this.situation.queue;
  }

  /** When it has to be looked at next. */
  get wakeAt(): Instant | null {
    return wakeAt(everyRule, this.ledger);
  }

  /**
   * Looks, and looks again at what Jira tells of what the app itself has done, until there is nothing more of it.
   * @throws Error when that never ends
   */
  look(act?: Act, by = 'agent'): Decision | null {
    if (!this.queueOn) return null;
    const first = this.#turn(act, by);
    for (let looks = 0; looks < 8; looks += 1) if (this.#turn().effects.length === 0) return first;
    throw new Error('The app answers itself without end.');
  }

  #turn(act?: Act, by = 'agent'): Decision {
    const before = this.ticket;
    const decision = this.doing(act, {
      accountId: by,
      mayTransition: this.people[by]?.kind === 'person',
      side: this.people[by]?.kind === 'customer' ? 'customer' : 'team',
    });
    this.#hear(decision);
    this.#echo(before);
    return decision;
  }

  /** What Jira's history says of what the app has done. */
  #echo(before: WalkDesk['ticket']): void {
    const { ticket } = this;
    const fields = [
      ['status', before.status, ticket.status],
      ['priority', before.priority, ticket.priority],
    ] as const;
    for (const [field, from, to] of fields) {
      if (from?.id === to?.id) continue;
      this.#ids += 1;
      const change: Change = {
        id: this.#ids,
        at: this.now,
        by: this.people['relay'] ?? null,
        field,
        from: from?.id ?? null,
        fromName: from?.name ?? null,
        to: to?.id ?? null,
        ours: true,
      };
      this.ticket = { ...this.ticket, changes: [...this.ticket.changes, change] };
    }
    // The rules know a status by its id; whether it ends the ticket is Jira's to say.
    const { status } = this.ticket;
    this.ticket = { ...this.ticket, status: { ...status, done: status.id === 'done' } };
  }

  #hear({ effects }: Decision): void {
    for (const { command, procedure } of effects) {
      if (command.kind === 'raise-request') this.#raise(command.summary, procedure);
      if (command.kind !== 'comment') continue;
      for (const line of command.body)
        this.said.push({
          at: this.now,
          to: line.flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : [])),
          words: line.map((piece) => ('text' in piece ? piece.text : `@${piece.name}`)).join(''),
        });
    }
  }

  #raise(summary: string, procedure: string | undefined): void {
    this.#ids += 1;
    const { raised = [] } = this.ledger;
    const one = { issueId: `${this.#ids}`, key: `EBH-${this.#ids}`, summary, at: this.now };
    this.ledger = {
      ...this.ledger,
      raised: [...raised, { ...one, ...(procedure === undefined ? {} : { procedure }) }],
    };
  }

  /** Somebody writes on the ticket. */
  writes(author: string, change: Partial<Comment> = {}): this {
    this.#ids += 1;
    return this.comment(author, { id: this.#ids, ...change });
  }

  /** Somebody moves the ticket by hand. */
  moved(to: string, by: string): this {
    this.#ids += 1;
    return this.moves(to, by, { id: this.#ids });
  }

  /** Somebody changes the priority by hand. */
  prioritized(to: string, by: string): this {
    const { priority } = this.ticket;
    this.#ids += 1;
    const change: Change = {
      id: this.#ids,
      at: this.now,
      by: this.people[by] ?? null,
      field: 'priority',
      from: priority?.id ?? null,
      fromName: priority?.name ?? null,
      to,
      ours: false,
    };
    this.ticket = {
      ...this.ticket,
      priority: { id: to, name: to },
      changes: [...this.ticket.changes, change],
    };
    return this;
  }

  person(name: string, change: Partial<DirectoryPerson>): this {
    this.people = { ...this.people, [name]: { ...aPerson(name), ...this.people[name], ...change } };
    return this;
  }

  /** Publishes settings. */
  publish(change: (policy: Policy, queue: QueuePolicy) => Partial<Policy>): this {
    const { policy } = this;
    this.policy = {
      ...policy,
      ...change(policy, this.queue),
      version: policy.version + 1,
      publishedAt: this.now,
    };
    return this;
  }

  /** Nobody does anything until then: looks are only those that are due. */
  nobodyActs(until: Instant): this {
    for (let looks = 0; looks < 600; looks += 1) {
      const next = this.wakeAt;
      if (next === null || next > until || !this.queueOn) break;
      this.now = next > this.now ? next : this.now;
      this.look();
      if (this.wakeAt === next) throw new Error(`Stands still at ${next}.`);
    }
    this.now = until;
    this.look();
    return this;
  }
}
