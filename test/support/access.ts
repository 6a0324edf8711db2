// Builders for the rules of access requests: two customers, an engineer and a team lead.
import { everyRule, type FollowedCustomer, following } from './procedures';
import { accessOf } from '../../src/procedures/access-request/state';
import { accessAct } from '../../src/procedures/access-request/perform';
import type { AccessStep, RowStep } from '../../src/procedures/access-request/act';
import type { CustomerAccess } from '../../src/procedures/access-request/customer-access';
import type { CustomerFacts } from '../../src/procedures/access-request/customer-facts';
import { defaultAccessPolicy } from '../../src/procedures/access-request/settings/policy';
import type { AccessRow } from '../../src/procedures/access-request/access-request';
import { rowOf } from '../../src/procedures/access-request/access-request';
import type { Decision } from '../../src/core/decide';
import { decide } from '../../src/core/decide';
import { emptyLedger } from '../../src/core/ledger';
import type { Situation } from '../../src/core/situation';
import { aPerson, aPolicy, aQueue, aTicket, chads, everybody, monday10 } from './sop';

export const aListEntry = (change: Partial<CustomerAccess> = {}): CustomerAccess => ({
  method: 'e-mail',
  to: ['access@alder.example'],
  cc: ['it@alder.example'],
  csmEmail: 'csm@relay.example',
  smeEmail: null,
  toolUrl: null,
  subject: null,
  requirements: null,
  timelineDays: null,
  firstResponseDays: null,
  needs: ['name', 'email'],
  keeper: 'lead',
  ...change,
});

export const aCustomer = (
  cid: string,
  change: Partial<FollowedCustomer> = {},
): FollowedCustomer => ({
  cid,
  name: `${cid} Bank`,
  access: aListEntry(),
  csm: `csm of ${cid}`,
  pastDays: [],
  ...change,
});

export const accessQueue = (change: Partial<typeof defaultAccessPolicy> = {}) =>
  aQueue({ procedures: { 'access-request': { ...defaultAccessPolicy, ...change } } });

export const facts = {
  engineer: 'engineer',
  employmentStart: '2026-03-02',
  workStart: '2026-06-01',
  onFile: ['name', 'email', 'phone'] as const,
};

/** Plays one access request through the decision of all SOPs. */
export class AccessStory {
  ledger = emptyLedger('100', 'EBH-1', '1');
  now = monday10;
  last: Decision | null = null;
  done = false;
  customers: Record<string, CustomerFacts> = { ALDR: aCustomer('ALDR'), BRCH: aCustomer('BRCH') };
  readonly tagged: string[] = [];

  constructor(
    readonly policy = aPolicy(accessQueue(), {
      roles: { 'team-lead': ['lead', 'second lead'], csm: ['any csm'] },
    }),
  ) {}

  get situation(): Situation {
    const queue = this.policy.queues['1'];
    if (queue === undefined) throw new Error('The policy has no queue.');
    const ticket = aTicket(this.done ? { status: { id: 'done', name: 'Done', done: true } } : {});
    const people = {
      ...everybody,
      ...Object.fromEntries(
        ['lead', 'engineer', 'csm of ALDR', 'csm of BRCH'].map((name) => [name, aPerson(name)]),
      ),
    };
    return {
      now: this.now,
      ticket,
      policy: this.policy,
      queue,
      account: { kind: 'known', account: chads, chosen: false },
      people,
      self: 'relay',
      procedures: everyRule,
      ...following(this.customers),
    };
  }

  /** A turn; with a step, of the team lead's unless somebody else is named. */
  turn(step?: AccessStep, by = 'lead'): Decision {
    this.last = decide(
      this.ledger,
      this.situation,
      step && { act: accessAct(step), actor: { accountId: by, mayTransition: true } },
    );
    this.ledger = this.last.ledger;
    this.tagged.length = 0;
    for (const { command } of this.last.effects) {
      if (command.kind === 'comment')
        this.tagged.push(
          ...command.body
            .flat()
            .flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : [])),
        );
    }
    return this.last;
  }

  at(now: string): this {
    this.now = now;
    this.turn();
    return this;
  }

  /** Started, Internal IT ready. */
  begin(change: Partial<typeof facts> = {}, customers: readonly string[] = ['ALDR', 'BRCH']): this {
    this.turn({ kind: 'start', customers, ...facts, ...change });
    this.turn({ kind: 'it-ready', ready: true });
    return this;
  }

  sent(...customers: string[]): this {
    this.turn({ kind: 'sent', customers, via: 'eml' });
    return this;
  }

  says(step: RowStep, cid = 'ALDR', by = 'lead'): Decision {
    return this.turn({ kind: 'row', cid, step, remarks: null }, by);
  }

  row(cid = 'ALDR'): AccessRow {
    const request = accessOf(this.ledger);
    const row = request === undefined ? null : rowOf(request, cid);
    if (row === null) throw new Error(`There is no row for ${cid}.`);
    return row;
  }

  get refused(): string | null {
    return this.last?.refused?.clause ?? null;
  }

  get clauses(): string[] {
    return this.ledger.journal.map(({ because }) => because?.clause ?? '');
  }
}
