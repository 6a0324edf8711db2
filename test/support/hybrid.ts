// Plays a ticket of a hybrid account: two departments, one account.
import { withProducts } from '../../src/procedures/hybrid-account/account';
import { knowledgeOf } from '../../src/procedures/hybrid-account/state';
import { everyRule, following } from './procedures';
import { hybridAct } from '../../src/procedures/hybrid-account/perform';
import {
  defaultHybridPolicy,
  type HybridPolicy,
} from '../../src/procedures/hybrid-account/settings/policy';
import type { HybridStep } from '../../src/procedures/hybrid-account/act';
import { gapOf } from '../../src/procedures/hybrid-account/knowledge';
import { decide, type Decision } from '../../src/core/decide';
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

  constructor(
    change: Partial<HybridPolicy> = {},
    roles: Record<string, string[]> = { csm: ['csm'], 'cs-ops': ['ops'], 'fmc-team-lead': ['fmc'] },
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
    const people = {
      ...everybody,
      ...Object.fromEntries(['csm', 'ops', 'fmc'].map((name) => [name, aPerson(name)])),
    };
    return {
      now: this.now,
      ticket: aTicket(),
      policy: this.policy,
      queue,
      people,
      self: 'relay',
      account: {
        kind: 'known',
        account: { ...withProducts(anas, this.products), customerSuccessManager: 'csm' },
        chosen: false,
      },
      procedures: everyRule,
      ...following({
        GCBK: aCustomer('GCBK', { name: 'Gate', csm: 'csm', products: this.products }),
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

  tick(task: string, by: string): this {
    return this.turn({ kind: 'task-done', task, note: null }, by);
  }

  share(by: string, text = 'A fix is on its way.'): this {
    return this.turn({ kind: 'share', class: 'bug', text }, by);
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
