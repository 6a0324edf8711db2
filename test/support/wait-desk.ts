// A desk on which a procedure of the tests owes whatever a test says: for the engine's clocks, whatever the procedure.
import type { Act } from '../../src/core/act';
import { wakeAt } from '../../src/core/decide';
import { emptyLedger, type Ledger } from '../../src/core/ledger';
import { partOf } from '../../src/core/part';
import type { DirectoryPerson } from '../../src/core/people';
import type { Policy } from '../../src/core/policy';
import type { Procedure } from '../../src/core/procedure';
import type { Role } from '../../src/core/roles';
import type { Wait } from '../../src/core/wait';
import { waitRows } from '../../src/core/wait-rows';
import { aPerson, aPolicy, Story } from './sop';

/** What a procedure of these tests keeps: the things that are owed now. */
export const owed = partOf<readonly Wait[]>('chores', 1);

export const chores: Procedure = {
  id: 'chores',
  onTime: () => undefined,
  wakeAt: () => null,
  waits: (c) => owed.of(c.ledger) ?? [],
};

export const wait = (change: Partial<Wait> = {}): Wait => ({
  key: 'approve',
  clause: 'X10',
  title: 'Approve the cost',
  of: 'cr-approver',
  since: '2026-03-02T10:00:00.000Z',
  within: { minutes: 240 },
  above: [{ to: 'team-lead', after: { days: 0 } }],
  tell: 'tag',
  acts: ['approve'],
  ...change,
});

/** Makes these things owed, as somebody's act. */
export const owing = (...waits: Wait[]): Act => ({
  procedure: 'chores',
  perform: (c) => {
    owed.set(c, waits);
    return null;
  },
});

export const roles: Partial<Record<Role, readonly string[]>> = {
  'cr-approver': ['Ana'],
  'team-lead': ['Paige'],
  qa: ['Joe', 'Rita', 'Davies', 'Chad'],
  'engineering-manager': ['Joe'],
};

export class Desk extends Story {
  override ledger: Ledger = emptyLedger('100', 'EBH-1', '1');
  procedures: readonly Procedure[] = [chores];

  constructor(change: Partial<Policy> = {}) {
    super({ policy: aPolicy(undefined, { roles, fallback: [], ...change }) });
  }

  override get situation() {
    return { ...super.situation, procedures: this.procedures };
  }

  owes(...waits: Wait[]): this {
    this.doing(owing(...waits), { accountId: 'agent' });
    return this;
  }

  /** The procedure tags somebody in words of its own, in the turn in which these things become owed. */
  says(person: string, ...waits: Wait[]): this {
    const act = owing(...waits);
    const perform: Act['perform'] = (c, actor) => {
      const mention = { kind: 'mention', accountId: person, name: person } as const;
      const words = { kind: 'text', text: ' please approve the cost.' } as const;
      c.announce([[mention, words]], null, 'X10', null);
      return act.perform(c, actor);
    };
    this.doing({ ...act, perform }, { accountId: 'agent' });
    return this;
  }

  /** Lets time pass to a moment, with a look whenever one is due. */
  until(moment: string): this {
    for (let looks = 0; looks < 200; looks += 1) {
      const next = wakeAt(this.procedures, this.ledger);
      if (next === null || next > moment) break;
      this.at(next > this.now ? next : this.now);
      this.turn();
      if (wakeAt(this.procedures, this.ledger) === next)
        throw new Error(`Stands still at ${next}.`);
    }
    return this.at(moment);
  }

  /** Every comment so far: who was tagged, and the words. */
  get said(): { to: string[]; words: string }[] {
    return this.effects.flatMap(({ command }) =>
      command.kind === 'comment'
        ? [
            {
              to: command.body
                .flat()
                .flatMap((piece) => (piece.kind === 'mention' ? [piece.accountId] : [])),
              words: command.body
                .flat()
                .map((piece) => ('text' in piece ? piece.text : `@${piece.name}`))
                .join(''),
            },
          ]
        : [],
    );
  }

  change(person: string, change: Partial<DirectoryPerson>): this {
    this.people = { ...this.people, [person]: aPerson(person, change) };
    return this;
  }

  away(person: string, delegate: string, until = '2026-03-09T00:00:00.000Z'): this {
    return this.change(person, { delegation: { delegate, from: this.now, until } });
  }

  get clock() {
    return this.ledger.clocks?.[0];
  }
}

export const listOf = (desk: Desk, list: string, who: string) =>
  waitRows(desk.ledger).filter((row) => row.list === list && row.who === who);
