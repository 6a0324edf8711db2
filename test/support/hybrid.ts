// Plays a ticket of a hybrid account: two departments, one account.
import { withProducts } from '../../src/procedures/hybrid-account/account';
import { knowledgeOf } from '../../src/procedures/hybrid-account/state';
import { everyRule, following } from './procedures';
import { hybridAct } from './acts';
import {
  defaultHybridPolicy,
  type HybridPolicy,
} from '../../src/procedures/hybrid-account/settings/policy';
import type { HybridStep } from './acts';
import { gapOf } from '../../src/procedures/hybrid-account/knowledge';
import { type Clock, holdersOf } from '../../src/core/clock';
import { decide, type Decision, wakeAt } from '../../src/core/decide';
import type { DirectoryPerson } from '../../src/core/people';
import type { Ticket } from '../../src/core/ticket';
import { emptyLedger, type Ledger } from '../../src/core/ledger';
import type { Situation } from '../../src/core/situation';
import { aCustomer } from './access';
import { anas, aPerson, aPolicy, aTicket, everybody, monday10 } from './sop';

export class HybridStory {
  ledger: Ledger = emptyLedger('100', 'OPS-1', '1');
  now = monday10;
  last: Decision | null = null;
  tagged: string[] = [];
  products: readonly string[] = ['LMS', 'CRED SERV'];
  policy;
  /** People by their account ids, beside those whom the roles name. */
  people: Record<string, DirectoryPerson> = Object.fromEntries(
    ['csm', 'ops', 'fmc', 'colleague', 'boss', 'stand-in', 'other-csm'].map((name) => [
      name,
      aPerson(name),
    ]),
  );
  ticket: Ticket = aTicket();
  /** Who looks after each account. */
  csms: Record<string, string> = { GCBK: 'csm', TWOB: 'other-csm' };

  constructor(
    change: Partial<HybridPolicy> = {},
    roles: Record<string, string[]> = {
      csm: ['csm', 'colleague'],
      'cs-ops': ['ops'],
      'fmc-team-lead': ['fmc'],
      operations: ['boss'],
    },
  ) {
    this.policy = aPolicy(undefined, {
      roles,
      procedures: {
        'hybrid-account': {
          ...defaultHybridPolicy,
          project: { id: '1', key: 'OPS', name: 'OPS' },
          requestType: 'Onboarding',
          integrationRequestType: 'Integration',
          ...change,
        },
      },
    });
  }

  get situation(): Situation {
    const queue = this.policy.queues['1'];
    if (queue === undefined) throw new Error('The policy has no queue.');
    const people = { ...everybody, ...this.people };
    return {
      now: this.now,
      ticket: this.ticket,
      policy: this.policy,
      queue,
      people,
      self: 'relay',
      account: {
        kind: 'known',
        account: {
          ...withProducts(anas, this.products),
          customerSuccessManager: this.csms['GCBK'] ?? 'csm',
        },
        chosen: false,
      },
      procedures: everyRule,
      ...following({
        GCBK: aCustomer('GCBK', {
          name: 'Gate',
          csm: this.csms['GCBK'] ?? 'csm',
          products: this.products,
        }),
        ...Object.fromEntries(
          Object.entries(this.csms)
            .filter(([cid]) => cid !== 'GCBK')
            .map(([cid, csm]) => [
              cid,
              aCustomer(cid, { name: cid, csm, products: this.products }),
            ]),
        ),
        SOLO: aCustomer('SOLO', { name: 'Solo', products: ['LMS'] }),
      }),
    };
  }

  turn(step?: HybridStep, by = 'csm'): this {
    this.last = decide(
      this.ledger,
      this.situation,
      step && { act: hybridAct(step), actor: { accountId: by, mayTransition: true } },
    );
    this.ledger = this.last.ledger;
    this.tagged = this.last.effects.flatMap(({ command }) =>
      command.kind === 'comment'
        ? command.body
            .flat()
            .flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : []))
        : [],
    );
    return this;
  }

  at(now: string): this {
    this.now = now;
    return this.turn();
  }

  start(opportunity = '006A'): this {
    return this.turn({ kind: 'start', cid: 'GCBK', opportunity, type: 'net-new' }, 'ops');
  }

  tick(task: string, by: string, more: { at?: string; url?: string } = {}): this {
    return this.turn({ kind: 'finish-task', task, note: null, at: null, url: null, ...more }, by);
  }

  /** Both departments have the message, and have called. */
  joined(): this {
    return this.start()
      .tick('inform', 'ops')
      .turn({ kind: 'acknowledge-onboarding' }, 'fmc')
      .tick('cs-call', 'csm')
      .tick('fmc-call', 'fmc');
  }

  see(by: string, upTo = 9999): this {
    return this.turn({ kind: 'acknowledge-updates', upTo }, by);
  }

  /** Somebody is away from now on for so many days, with a delegate. */
  away(name: string, delegate: string, days = 30): this {
    const until = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
    this.people[name] = aPerson(name, { delegation: { delegate, from: this.now, until } });
    return this;
  }

  /** The status changes in Jira. */
  moved(to: string, by: string | null = 'agent', done = false): this {
    const { changes, status } = this.ticket;
    this.ticket = {
      ...this.ticket,
      status: { id: to, name: to, done },
      changes: [
        ...changes,
        {
          id: 500 + changes.length,
          at: this.now,
          by: by === null ? null : aPerson(by),
          field: 'status',
          from: status.id,
          fromName: status.name,
          to,
          ours: false,
        },
      ],
    };
    return this.turn();
  }

  /** Somebody comments in Jira. */
  said(by: string, text: string, isPublic = true): this {
    const { comments } = this.ticket;
    this.ticket = {
      ...this.ticket,
      comments: [
        ...comments,
        {
          id: 900 + comments.length,
          author: this.situation.people[by] ?? aPerson(by),
          at: this.now,
          public: isPublic,
          mentions: [],
          text,
        },
      ],
    };
    return this.turn();
  }

  get clocks(): readonly Clock[] {
    return this.ledger.clocks ?? [];
  }

  /** What somebody has to do, by the keys of the waits. */
  owedBy(person: string): string[] {
    return this.clocks
      .filter((clock) => holdersOf(clock).includes(person))
      .map(({ key }) => key)
      .sort();
  }

  /** Lets time pass until nothing more comes or that much of it has passed; who was told what, when. */
  silent(days: number): { at: string; tags: string[]; text: string }[] {
    const end = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
    const told: { at: string; tags: string[]; text: string }[] = [];
    for (;;) {
      const next = wakeAt(everyRule, this.ledger);
      if (next === null || next > end) return told;
      this.at(next > this.now ? next : this.now);
      for (const { command } of this.last?.effects ?? []) {
        if (command.kind !== 'comment') continue;
        for (const line of command.body)
          told.push({
            at: this.now,
            tags: line.flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : [])),
            text: line
              .map((piece) => ('text' in piece ? piece.text : ''))
              .join('')
              .trim(),
          });
      }
    }
  }

  share(by: string, text = 'A fix is on its way.'): this {
    return this.turn({ kind: 'share-update', class: 'bug', text }, by);
  }

  get refused(): string | null {
    return this.last?.refused?.clause ?? null;
  }

  gaps(): [number, number] {
    const knowledge = knowledgeOf(this.ledger);
    return knowledge === undefined
      ? [0, 0]
      : [gapOf(knowledge, 'cs').length, gapOf(knowledge, 'fmc').length];
  }
}
