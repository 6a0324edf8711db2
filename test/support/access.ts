// Builders for the rules of access requests: two customers, an engineer and a team lead.
import { everyRule, type FollowedCustomer, following } from './procedures';
import { accessOf } from '../../src/procedures/access-request/state';
import { accessAct } from './acts';
import type { RowStep } from '../../src/procedures/access-request/said';
import type { AccessStep } from './acts';
import type { CustomerAccess } from '../../src/procedures/access-request/customer-access';
import type { CustomerFacts } from '../../src/procedures/access-request/customer-facts';
import { defaultAccessPolicy } from '../../src/procedures/access-request/settings/policy';
import type { AccessRow, RowState } from '../../src/procedures/access-request/access-request';
import { stateOf } from '../../src/procedures/access-request/row-state';
import { rowOf } from '../../src/procedures/access-request/access-request';
import type { Decision } from '../../src/core/decide';
import { decide, wakeAt } from '../../src/core/decide';
import { emptyLedger } from '../../src/core/ledger';
import type { Ticket } from '../../src/core/ticket';
import { waitingList, waitRows } from '../../src/core/wait-rows';
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
  /** Tickets that were raised from this one, as they are. */
  raised: readonly Ticket[] = [];

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
        ['lead', 'second lead', 'engineer', 'any csm', 'csm of ALDR', 'csm of BRCH'].map((name) => [
          name,
          aPerson(name),
        ]),
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
      raisedTickets: this.raised,
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
      if (command.kind !== 'comment') continue;
      for (const paragraph of command.body) {
        const words = paragraph.map((piece) => ('text' in piece ? piece.text : '')).join('');
        for (const piece of paragraph)
          if (piece.kind === 'mention') {
            this.tagged.push(piece.accountId);
            this.told.push({ at: this.now, to: piece.accountId, words: words.trim() });
          }
      }
    }
    return this.last;
  }

  at(now: string): this {
    this.now = now;
    this.turn();
    return this;
  }

  /** Started, Internal IT ready. */
  begin(
    change: Partial<
      Omit<typeof facts, 'workStart' | 'engineer'> & {
        workStart: string | null;
        engineer: string | null;
      }
    > = {},
    customers: readonly string[] = ['ALDR', 'BRCH'],
  ): this {
    this.turn({ kind: 'start', customers, ...facts, ...change });
    this.turn({ kind: 'it-ready', ready: true });
    return this;
  }

  sent(...customers: string[]): this {
    this.turn({ kind: 'send', customers, via: 'eml' });
    return this;
  }

  says(step: RowStep, cid = 'ALDR', by = 'lead'): Decision {
    return this.turn({ kind: 'report', cid, step, remarks: null }, by);
  }

  row(cid = 'ALDR'): AccessRow {
    const request = accessOf(this.ledger);
    const row = request === undefined ? null : rowOf(request, cid);
    if (row === null) throw new Error(`There is no row for ${cid}.`);
    return row;
  }

  /** The state people read (EA-23). */
  state(cid = 'ALDR'): RowState {
    return stateOf({ ...this.situation, ledger: this.ledger }, this.row(cid));
  }

  /** Who has been told what so far, and when. */
  readonly told: { readonly at: string; readonly to: string; readonly words: string }[] = [];

  /** Lets time pass to a moment, with a look whenever one is due. */
  until(moment: string): this {
    for (let looks = 0; looks < 500; looks += 1) {
      const next = wakeAt(everyRule, this.ledger);
      if (next === null || next > moment) break;
      const before = this.ledger;
      this.at(next > this.now ? next : this.now);
      if (wakeAt(everyRule, this.ledger) === next && before === this.ledger)
        throw new Error(`Stands still at ${next}.`);
    }
    return this.at(moment);
  }

  /** What somebody has to do, by the titles of what is owed. */
  owes(who: string): string[] {
    return waitRows(this.ledger).flatMap(({ list, who: person, doc }) =>
      list === waitingList && person === who ? [(doc as { title: string }).title] : [],
    );
  }

  get refused(): string | null {
    return this.last?.refused?.clause ?? null;
  }

  get clauses(): string[] {
    return this.ledger.journal.map(({ because }) => because?.clause ?? '');
  }
}
