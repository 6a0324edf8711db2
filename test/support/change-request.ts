// Builders for the rules of change requests: one customer with a rate card, and somebody for each role.
import { withChangeRequest } from '../../src/procedures/change-request/account';
import { type Command, type OwnCommand } from '../../src/core/command';
import { sayAsCustomer } from '../../src/procedures/change-request/effects';
import { everyRule } from './procedures';
import { changeOf } from '../../src/procedures/change-request/state';
import type { Act } from '../../src/core/act';
import { changeAct } from './acts';
import type { CustomerAccount } from '../../src/core/account';
import type { ChangeStep } from './acts';
import type { ChangeRequest } from '../../src/procedures/change-request/change-request';
import {
  type ChangeRequestPolicy,
  defaultChangeRequestPolicy,
} from '../../src/procedures/change-request/settings/policy';
import { type ContentEdit, interfaceHeadings } from '../../src/procedures/change-request/content';
import type { GateKey, StepKey } from '../../src/procedures/change-request/lifecycle';
import { presentSteps, stateOfGate } from '../../src/procedures/change-request/standing';
import type { Clock } from '../../src/core/clock';
import { decide, type Decision, wakeAt } from '../../src/core/decide';
import { plusMs } from '../../src/core/instant';
import { emptyLedger, withOurComment } from '../../src/core/ledger';
import type { Roles } from '../../src/core/roles';
import type { Situation } from '../../src/core/situation';
import type { Ticket } from '../../src/core/ticket';
import { ticketAfter } from '../../src/core/ticket-after';
import { aPerson, aPolicy, aQueue, aTicket, chads, everybody, monday10 } from './sop';

const named = (id: string) => ({ id, name: id });

export const roles: Roles = {
  csm: ['csm'],
  'sales-rep': ['sales'],
  'integration-team': ['integrator'],
  'integration-engineer': ['engineer'],
  'dev-ops': ['ops'],
  qa: ['tester'],
  'cr-approver': ['approver'],
  'cr-approval-cc': ['cc one', 'cc two'],
  'cr-watchers': ['watcher one', 'watcher two'],
};

export const changePolicy = (change: Partial<ChangeRequestPolicy> = {}): ChangeRequestPolicy => ({
  ...defaultChangeRequestPolicy,
  statuses: {
    'to-do': named('wfs'),
    'in-approval': named('approval'),
    'in-progress': named('progress'),
    'in-testing': named('testing'),
    'with-customer': named('wfc'),
    done: named('done'),
  },
  ...change,
});

export const customer: CustomerAccount = withChangeRequest(chads, {
  rateCard: {
    currency: 'USD',
    roles: [
      { role: 'Engineer', dayRate: 80_000 },
      { role: 'Tester', dayRate: 50_001 },
    ],
  },
});

export const impact = (
  days: number,
  change: Partial<ContentEdit & { part: 'impact' }> = {},
): ContentEdit => ({
  part: 'impact',
  approach: 'A new export',
  effort: [{ role: 'Engineer', halfDays: days * 2 }],
  timeline: { from: '2026-03-16', until: '2026-04-03' },
  ...change,
});

export const wholeInterface: ContentEdit = {
  part: 'interface',
  url: null,
  headings: Object.fromEntries(Object.keys(interfaceHeadings).map((key) => [key, `About ${key}`])),
};

/** Plays one change request through the decision of all SOPs. */
export class ChangeStory {
  ledger = emptyLedger('100', 'EBH-1', '1');
  now = monday10;
  last: Decision | null = null;
  ticket: Ticket = aTicket({
    reachable: ['wfs', 'approval', 'progress', 'testing', 'wfc', 'wfam', 'done'].map((status) => ({
      status,
      transition: `to-${status}`,
    })),
  });
  account: CustomerAccount = customer;
  /** Of today: it may be published anew between acts. */
  policy: ChangeRequestPolicy;
  readonly said: string[] = [];
  #ids = 0;

  constructor(
    change: Partial<ChangeRequestPolicy> = {},
    readonly roles_: Roles = roles,
  ) {
    this.policy = changePolicy(change);
  }

  get situation(): Situation {
    const queue = aQueue({ procedures: { 'change-request': this.policy } });
    const names = [...Object.values(this.roles_).flat(), 'second customer'];
    const people = {
      ...everybody,
      ...Object.fromEntries(names.map((name) => [name, aPerson(name)])),
    };
    return {
      now: this.now,
      ticket: this.ticket,
      policy: aPolicy(queue, { roles: this.roles_ }),
      queue,
      account: { kind: 'known', account: this.account, chosen: false },
      people,
      self: 'relay',
      procedures: everyRule,
    };
  }

  get change(): ChangeRequest {
    const change = changeOf(this.ledger);
    if (change === undefined) throw new Error('There is no change request.');
    return change;
  }

  do(by: string, step?: ChangeStep): Decision {
    return this.act(step && changeAct(step), by);
  }

  /** An act of whichever SOP. */
  act(act: Act | undefined, by: string): Decision {
    const side = by.includes('customer') ? 'customer' : 'team';
    this.last = decide(
      this.ledger,
      this.situation,
      act && { act, actor: { accountId: by, mayTransition: side === 'team', side } },
    );
    this.ledger = this.last.ledger;
    for (const { command } of this.last.effects) {
      if (command.kind === 'comment' || isReceipt(command)) {
        this.#ids += 1;
        this.ledger = withOurComment(this.ledger, this.#ids);
        this.said.push(
          command.kind === 'own'
            ? sayAsCustomer.inputOf(command).text
            : command.body
                .map((paragraph) =>
                  paragraph
                    .map((piece) => ('text' in piece ? piece.text : `@${piece.name}`))
                    .join(''),
                )
                .join('\n'),
        );
      }
    }
    this.ticket = ticketAfter(
      this.ticket,
      this.last.effects,
      this.situation.queue,
      this.situation.people,
    );
    return this.last;
  }

  at(now: string): this {
    this.now = now;
    this.do('relay');
    return this;
  }

  /** Lets time pass, with a look whenever one is due. */
  until(moment: string): this {
    for (let looks = 0; looks < 400; looks += 1) {
      const next = wakeAt(everyRule, this.ledger);
      if (next === null || next > moment) break;
      this.at(next > this.now ? next : this.now);
      if (wakeAt(everyRule, this.ledger) === next) throw new Error(`Stands still at ${next}.`);
    }
    return this.at(moment);
  }

  /** What somebody owes here, by its key. */
  clock(key: string): Clock | undefined {
    return this.ledger.clocks?.find((one) => one.procedure === 'change-request' && one.key === key);
  }

  /** Comments that tag this person. */
  tags(person: string): string[] {
    return this.said.filter((text) => text.includes(`@${person}`));
  }

  /** Somebody comments in Jira. */
  comment(author: string, isPublic: boolean, text = 'words'): number {
    this.#ids += 1;
    const who = author.includes('customer')
      ? aPerson(author, { kind: 'customer' })
      : aPerson(author);
    this.ticket = {
      ...this.ticket,
      comments: [
        ...this.ticket.comments,
        { id: this.#ids, author: who, at: this.now, public: isPublic, mentions: [], text },
      ],
    };
    return this.#ids;
  }

  /** Somebody moves the ticket in Jira. */
  moves(to: string, by: string): this {
    this.#ids += 1;
    const change = {
      id: this.#ids,
      at: this.now,
      by: aPerson(by),
      field: 'status' as const,
      from: this.ticket.status.id,
      fromName: this.ticket.status.name,
      to,
      ours: false,
    };
    this.ticket = {
      ...this.ticket,
      status: { id: to, name: to, done: to === 'done' },
      changes: [...this.ticket.changes, change],
    };
    this.do('relay');
    return this;
  }

  get refused(): string | null {
    return this.last?.refused?.clause ?? null;
  }

  get present(): StepKey[] {
    return presentSteps(this.change, this.policy).map(({ key }) => key);
  }

  gate(key: GateKey): string {
    return stateOfGate(this.change, this.policy, key);
  }

  get status(): string {
    return this.ticket.status.id;
  }

  edit(by: string, edit: ContentEdit): Decision {
    return this.do(by, { kind: 'save', edit });
  }

  ask(gate: GateKey, by = 'csm'): Decision {
    return this.do(by, { kind: 'ask', gate });
  }

  yes(gate: GateKey, by = 'customer'): Decision {
    return this.do(by, { kind: 'approve', gate, version: null, note: null });
  }

  no(
    gate: GateKey,
    by = 'customer',
    backTo: (ChangeStep & { kind: 'decline' })['backTo'] = null,
  ): Decision {
    return this.do(by, { kind: 'decline', gate, version: null, reason: 'Not like this', backTo });
  }

  done(step: StepKey, by: string, build: string | null = null): Decision {
    return this.do(by, { kind: 'complete', step, build, note: null });
  }

  /** The whole way, as the SOP has it; stops when the step named is the present one. */
  upTo(stop: StepKey | 'end'): this {
    const way: readonly (readonly [StepKey, () => void])[] = [
      [
        'classified',
        () =>
          void this.do('integrator', {
            kind: 'classify',
            intake: 'customer-ticket',
            chargeable: true,
            implication: 'It will be charged by effort.',
            customerRep: null,
          }),
      ],
      [
        'in-principle-client',
        () => {
          this.ask('in-principle-client');
          this.ask('in-principle-internal');
          this.yes('in-principle-client');
        },
      ],
      ['in-principle-internal', () => void this.yes('in-principle-internal', 'approver')],
      [
        'requirement',
        () =>
          void this.edit('csm', {
            part: 'requirement',
            requirement: 'Export payroll nightly',
            documentUrl: 'https://docs.relay.example/cr',
          }),
      ],
      ['impact', () => void this.edit('integrator', impact(12))],
      ['cost', () => void this.edit('csm', { part: 'cost' })],
      [
        'internal-approval',
        () => {
          this.ask('internal-approval');
          this.yes('internal-approval', 'approver');
        },
      ],
      [
        'customer-approval',
        () => {
          this.ask('customer-approval');
          this.yes('customer-approval');
        },
      ],
      ['due-date', () => void this.edit('engineer', { part: 'due-date', dueDate: '2026-04-10' })],
      ['interface', () => void this.edit('engineer', wholeInterface)],
      ['interface-shared', () => void this.do('engineer', { kind: 'share-interface', link: null })],
      [
        'interface-approval',
        () => {
          this.ask('interface-approval');
          this.yes('interface-approval');
        },
      ],
      ['development', () => void this.done('development', 'engineer')],
      ['deployed-to-qa', () => void this.done('deployed-to-qa', 'ops', '1.0')],
      ['qa', () => void this.yes('qa', 'tester')],
      ['deployed-to-integration', () => void this.done('deployed-to-integration', 'ops', '1.0')],
      ['uat', () => void this.yes('uat')],
      ['deployed-to-production', () => void this.done('deployed-to-production', 'ops', '1.0')],
      ['go-live', () => void this.yes('go-live')],
    ];
    for (const [key, act] of way) {
      if (key === stop) break;
      if (changeOf(this.ledger) !== undefined && !this.present.includes(key)) continue;
      act();
      if (this.last?.refused != null) throw new Error(`${key}: ${this.last.refused.text}`);
    }
    return this;
  }
}

export const hour = 60 * 60_000;
export const day = 24 * hour;

/** At a step, with everybody told who has to be, and nothing said since. */
export const quietAt = (step: StepKey): ChangeStory => {
  // The two in principle stand side by side.
  const first = step === 'in-principle-internal' ? 'in-principle-client' : step;
  const story = new ChangeStory().upTo(first);
  return story.until(plusMs(story.now, 2 * hour));
};

/** What is owed on the change request. */
export const owedIn = ({ ledger }: ChangeStory): readonly Clock[] =>
  (ledger.clocks ?? []).filter(({ procedure }) => procedure === 'change-request');

const isReceipt = (command: Command): command is OwnCommand =>
  command.kind === 'own' && command.effect === sayAsCustomer.name;
