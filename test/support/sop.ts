// Builders for the rules' tests: a queue, its people and a ticket, one line per interesting fact.
import { everyRule } from './procedures';
import type { CustomerAccount, TicketAccount } from '../../src/core/account';
import type { BusinessCalendar } from '../../src/core/calendar/business-calendar';
import { decide, type Decision } from '../../src/core/decide';
import type { AskStep } from './acts';
import { askAct } from './acts';
import { commented, movedTo } from './in-jira';
import type { Act, Actor } from '../../src/core/act';
import { emptyLedger, type Ledger, withOurComment } from '../../src/core/ledger';
import type { DirectoryPerson, People } from '../../src/core/people';
import type { Policy, QueuePolicy, SopEntry } from '../../src/core/policy';
import { defaultReadings } from '../../src/procedures/account-manager/settings/reading-choices';
import type { Situation } from '../../src/core/situation';
import type { Change, Comment, Ticket } from '../../src/core/ticket';
import { ticketAfter } from '../../src/core/ticket-after';

const hours = [{ from: 9 * 60, to: 17 * 60 }];
/** Monday to Friday, nine to five, in UTC: one business hour is one hour. */
export const office: BusinessCalendar = {
  name: 'Office',
  timeZone: 'UTC',
  week: [[], hours, hours, hours, hours, hours, []],
  holidays: [],
};

export const aPerson = (
  accountId: string,
  change: Partial<DirectoryPerson> = {},
): DirectoryPerson => ({
  accountId,
  name: accountId,
  active: true,
  kind: 'person',
  ...change,
});

/** The people of the SOP's text and some more; everybody is called by their account id. */
export const everybody: People = Object.fromEntries(
  [
    ...[
      'Chad',
      'Paige',
      'Davies',
      'Joe',
      'James Lee',
      'Second Fallback',
      'Ana',
      'Rita',
      'agent',
      'other agent',
      'delegate',
    ].map((name) => aPerson(name)),
    aPerson('customer', { kind: 'customer' }),
    aPerson('bot', { kind: 'app' }),
    aPerson('relay', { kind: 'app' }),
  ].map((person) => [person.accountId, person]),
);

const within = (minutes: number) => ({ default: minutes, highest: 30 });

export const urgent: SopEntry = {
  id: 'urgent',
  name: 'Urgent matter',
  mode: 'tag',
  whoMayAsk: 'agents',
  requestTypes: [],
  general: false,
  priority: 'high',
  ladder: [
    { to: 'account-manager', respondWithin: within(240), remindBefore: [] },
    { to: 'regional-manager', respondWithin: within(120), remindBefore: [] },
    { to: 'fallback', respondWithin: within(60), remindBefore: [] },
  ],
};
export const watchOnly: SopEntry = {
  id: 'news',
  name: 'News',
  mode: 'watch',
  whoMayAsk: 'agents',
  requestTypes: ['News'],
  general: false,
  priority: null,
  ladder: [],
};

const named = (id: string, name = id) => ({ id, name });

export const aQueue = (change: Partial<QueuePolicy> = {}): QueuePolicy => ({
  projectId: '1',
  key: 'EBH',
  name: 'EBH',
  fields: {
    accountManager: named('am', 'Account Manager'),
    regionalManager: named('rm', 'Regional Manager'),
    organizations: named('org'),
    requestType: named('rt'),
  },
  statuses: {
    'waiting-for-account-manager': named('wfam', 'Waiting for Account Manager'),
    'waiting-for-management': named('wfm', 'Waiting for Management'),
    'waiting-for-support': named('wfs', 'Waiting for Support'),
  },
  customerStatuses: [named('wfc', 'Waiting for Customer')],
  doneStatuses: [named('done', 'Done')],
  priorities: [
    named('highest', 'Highest'),
    named('high', 'High'),
    named('medium', 'Medium'),
    named('low', 'Low'),
  ],
  calendar: 'office',
  entries: [watchOnly, urgent],
  customerReply: { graceMinutes: 60 },
  notes: { minLength: 10, maxLength: 2000 },
  promises: { maxBusinessDays: 5, perAsk: 1 },
  times: { graceMinutes: 30 },
  waits: {
    chooseAccount: 120,
    reply: 120,
    sayWhat: 240,
    above: [{ to: 'team-lead', afterDays: 1 }],
  },
  accountRules: [],
  readings: defaultReadings,
  replyWords: ['please'],
  procedures: {},
  ...change,
});

export const aPolicy = (queue: QueuePolicy = aQueue(), change: Partial<Policy> = {}): Policy => ({
  version: 3,
  publishedAt: '2026-03-01T00:00:00.000Z',
  publishedBy: null,
  comment: '',
  effectiveFrom: '2026-03-01T00:00:00.000Z',
  fallback: ['James Lee', 'Second Fallback'],
  procedures: {},
  calendars: { office },
  queues: { '1': queue },
  ...change,
});

/** AM Chad is his own regional manager, as in the SOP's text. */
export const chads: CustomerAccount = {
  cid: 'MSBK',
  name: 'Midland',
  organizations: ['o1'],
  accountManager: 'Chad',
  regionalManager: 'Chad',
};
export const anas: CustomerAccount = {
  cid: 'GCBK',
  name: 'Gate',
  organizations: ['o2'],
  accountManager: 'Ana',
  regionalManager: 'Paige',
};

/** A Monday at ten. */
export const monday10 = '2026-03-02T10:00:00.000Z';

export const aTicket = (change: Partial<Ticket> = {}): Ticket => ({
  issueId: '100',
  key: 'EBH-1',
  projectId: '1',
  summary: 'A ticket',
  createdAt: '2026-03-02T08:00:00.000Z',
  complete: true,
  status: { id: 'wfs', name: 'Waiting for Support', done: false },
  priority: named('medium', 'Medium'),
  assignee: aPerson('agent'),
  reporter: aPerson('customer', { kind: 'customer' }),
  requestType: null,
  organizations: [named('o1', 'Midland')],
  accountManager: null,
  regionalManager: null,
  comments: [],
  changes: [],
  effects: [],
  reachable: ['wfs', 'wfam', 'wfm', 'wfc', 'progress', 'done'].map((status) => ({
    status,
    transition: `to-${status}`,
  })),
  ...change,
});

/** Plays a ticket through the rules: what happens in Jira, what people do, and what time brings. */
export class Story {
  ledger: Ledger = emptyLedger('100', 'EBH-1', '1');
  ticket: Ticket;
  now = monday10;
  last: Decision | null = null;
  /** Every effect so far, in order. */
  readonly effects: Decision['effects'][number][] = [];
  account: TicketAccount;
  people: People;
  policy: Policy;
  /** Those of the directory; everybody where it is not set. */
  inDirectory: readonly string[] | undefined;
  /** Whose the ticket's organizations are, where that matters beside {@link Story.account}. */
  organizationAccount: CustomerAccount | undefined;
  namedAccounts: readonly CustomerAccount[] = [];
  /** Whom comments tag that manage some other account. */
  managers: readonly string[] = [];
  #ids = 0;

  constructor(
    change: {
      account?: TicketAccount;
      ticket?: Partial<Ticket>;
      people?: People;
      policy?: Policy;
    } = {},
  ) {
    this.account = change.account ?? { kind: 'known', account: chads, chosen: false };
    this.people = change.people ?? everybody;
    this.policy = change.policy ?? aPolicy();
    this.ticket = aTicket(change.ticket);
  }

  get situation(): Situation {
    const queue = this.policy.queues['1'] as QueuePolicy;
    return {
      now: this.now,
      ticket: this.ticket,
      policy: this.policy,
      queue,
      account: this.account,
      people: this.people,
      self: 'relay',
      procedures: everyRule,
      organizationAccount: this.organizationAccount,
      named: this.namedAccounts,
      managers: this.managers,
      ...(this.inDirectory === undefined ? {} : { inDirectory: this.inDirectory }),
    };
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  #by = (who: string): DirectoryPerson => this.people[who] ?? aPerson(who);

  comment(author: string, change: Partial<Comment> = {}): this {
    this.#ids += 1;
    this.ticket = commented(
      this.ticket,
      { id: this.#ids, at: this.now, by: this.#by(author) },
      change,
    );
    return this;
  }

  /** The author of the last comment edits it. */
  edits(change: Partial<Comment>): this {
    const last = this.ticket.comments.at(-1);
    if (last === undefined) throw new Error('There is no comment to edit.');
    this.ticket = {
      ...this.ticket,
      comments: [...this.ticket.comments.slice(0, -1), { ...last, updated: this.now, ...change }],
    };
    return this;
  }

  /** The customer's reply as JSM handles it: the words, and the move to support. */
  customerReplies(): this {
    this.comment('customer', { public: true });
    return this.moves('wfs', null);
  }

  /** Somebody moves the ticket in Jira. */
  moves(to: string, by: string | null = 'agent', change: Partial<Change> = {}): this {
    this.#ids += 1;
    this.ticket = movedTo(
      this.ticket,
      { id: this.#ids, at: this.now, by: by === null ? null : this.#by(by) },
      to,
      change,
    );
    return this;
  }

  /** A turn: the rules look, and Jira is brought to where they want it. */
  turn(
    step?: AskStep,
    by: Partial<Actor> & { accountId: string } = { accountId: 'agent' },
  ): Decision {
    return this.doing(step && askAct(step), by);
  }

  /** A turn with an act of whichever SOP. */
  doing(act: Act | undefined, by: Partial<Actor> & { accountId: string }): Decision {
    const decision = decide(
      this.ledger,
      this.situation,
      act && { act, actor: { mayTransition: true, ...by } },
    );
    this.last = decision;
    this.ledger = decision.ledger;
    this.effects.push(...decision.effects);
    for (const { command } of decision.effects) {
      if (command.kind !== 'comment') continue;
      this.#ids += 1;
      this.ledger = withOurComment(this.ledger, this.#ids);
    }
    this.ticket = ticketAfter(this.ticket, decision.effects, this.situation.queue, this.people);
    return decision;
  }

  request(note = 'Is the contract signed?'): Decision {
    return this.turn({ kind: 'request', entryId: 'urgent', note, priorityId: null });
  }

  get status(): string {
    return this.ticket.status.id;
  }

  get kinds(): string[] {
    return (this.last?.effects ?? []).map(({ command }) => command.kind);
  }

  /** Who was tagged in the comments of the last turn. */
  get tagged(): string[] {
    return (this.last?.effects ?? []).flatMap(({ command }) =>
      command.kind === 'comment'
        ? command.body
            .flat()
            .flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : []))
        : [],
    );
  }

  get clauses(): string[] {
    return this.ledger.journal.map(({ because }) => because?.clause ?? '');
  }
}
