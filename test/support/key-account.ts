// Builders for the rules of key accounts: one account on the list, engineers of every rank, a release under way.
import { rememberHappening } from '../../src/procedures/key-account/effects';
import { keyAct } from './acts';
import type { CustomerAccount } from '../../src/core/account';
import { decide, type Decision } from '../../src/core/decide';
import type { KeyStep } from './acts';
import {
  emptyKeyPart,
  type KeyAccountPart,
  keyPartOf,
} from '../../src/procedures/key-account/key-part';
import type {
  KeyAccountPolicy,
  MeetingPolicy,
} from '../../src/procedures/key-account/settings/policy';
import { aboutKeyAccounts } from '../../src/procedures/key-account/about';
import { beginMeeting, type OpeningMeeting } from '../../src/procedures/key-account/meeting-steps';
import type { Act } from '../../src/core/act';
import type { Release } from '../../src/procedures/key-account/release';
import type { People } from '../../src/core/people';
import type { Situation } from '../../src/core/situation';
import type { Ticket } from '../../src/core/ticket';
import { aPerson, aPolicy, aQueue, everybody, Story } from './sop';

export const keyPolicy: KeyAccountPolicy = {
  mark: '{cid} $$ - {name}',
  floor: 'high',
  listing: { requestTypes: ['Key account list'], decision: 'accept' },
  release: {
    requestTypes: ['Release'],
    checklist: [
      {
        id: 'diff',
        section: 'commit-review',
        text: 'The diff was read',
        required: true,
        evidence: true,
      },
      {
        id: 'plan',
        section: 'release',
        text: 'The roll-back plan is there',
        required: true,
        evidence: false,
      },
      {
        id: 'smoke',
        section: 'post-release',
        text: 'The smoke test passed',
        required: true,
        evidence: false,
      },
      {
        id: 'thanks',
        section: 'post-release',
        text: 'Everybody was thanked',
        required: false,
        evidence: false,
      },
    ],
    reviews: 'two-people',
    witness: { who: 'same-for-all', notOwnWork: true, minutesApart: 2, lateAfterMinutes: 60 },
    cycles: { needed: 3, onFailure: 'restart' },
    beforeGates: ['interface-approval', 'uat'],
    closedEarly: 'say-so',
  },
  escalation: {
    requestTypes: ['Quality issue'],
    priority: 'highest',
    label: 'Escalation',
    record: {
      project: { id: '9', key: 'OPS', name: 'Operations' },
      requestType: 'Escalation',
      linkType: 'Relates',
    },
    ladder: [
      { to: 'senior-engineer', respondWithin: 60 },
      { to: 'engineering-manager', respondWithin: 60 },
    ],
  },
  monthEnd: { requestType: 'Month-end', dueDays: 3 },
};

/** A meeting every Tuesday, which the keeper of the list records. */
export const weekly: MeetingPolicy = {
  requestType: 'Weekly meeting',
  weekday: 'tuesday',
  by: 'key-account-keeper',
  recordDays: 1,
};

/** The app opens the meeting of that Tuesday. */
export const beginWeek = (change: Partial<OpeningMeeting> = {}): Act => ({
  procedure: 'key-account',
  perform: (c, actor) =>
    aboutKeyAccounts(beginMeeting)(c, actor, {
      week: '2026-03-02',
      day: '2026-03-03',
      settings: weekly,
      earlier: [],
      ...change,
    }),
});

/** Somebody has agreed on an action. */
export const anAction = (
  owner: string,
  change: Partial<KeyStep & { kind: 'add-action' }> = {},
): KeyStep => ({
  kind: 'add-action',
  text: 'Ask for a second test environment',
  owner: engineers[owner] ?? aPerson(owner),
  due: '2026-03-05',
  cid: null,
  ...change,
});

/** On the list from 1 February; production runs every Friday. */
/** Somebody wants the account of {@link gates} on the list. */
export const proposal: KeyStep & { kind: 'propose-listing' } = {
  kind: 'propose-listing',
  cid: 'GCBK',
  change: 'add',
  reason: 'client-experience',
  note: 'Three incidents in a month.',
  effective: '2026-03-02',
};

export const gates: CustomerAccount = {
  cid: 'MSBK',
  name: 'Midland',
  organizations: ['o1'],
  accountManager: 'Ana',
  regionalManager: 'Paige',
  parts: {
    'key-account': {
      periods: [{ from: '2026-02-01', until: null }],
      productionCycle: { kind: 'weekly', weekday: 5 },
    },
  },
};

const roles = {
  'key-account-keeper': ['keeper'],
  operations: ['olga'],
  engineer: ['dev', 'peer'],
  'senior-engineer': ['senior', 'second senior'],
  'engineering-manager': ['boss'],
};

export const engineers: People = {
  ...everybody,
  ...Object.fromEntries(
    Object.values(roles)
      .flat()
      .map((name) => [name, aPerson(name)]),
  ),
};

/** A ticket of a key account as the rules play it. */
export class KeyStory extends Story {
  named: readonly CustomerAccount[] = [];

  constructor(
    change: {
      policy?: Partial<KeyAccountPolicy>;
      account?: CustomerAccount;
      ticket?: Partial<Ticket>;
    } = {},
  ) {
    super({
      account: { kind: 'known', account: change.account ?? gates, chosen: false },
      people: engineers,
      policy: {
        ...aPolicy(aQueue({ procedures: { 'key-account': { ...keyPolicy, ...change.policy } } })),
        roles,
      },
      ...(change.ticket === undefined ? {} : { ticket: change.ticket }),
    });
  }

  override get situation(): Situation {
    return { ...super.situation, named: this.named };
  }

  /** Somebody does a step; the decision tells whether it was refused. */
  step(step: KeyStep, by = 'agent'): Decision {
    return this.doing(keyAct(step), { accountId: by, mayTransition: by === 'agent' });
  }

  /** Does it, and says why where it was refused. */
  refusal(step: KeyStep, by = 'agent'): string | null {
    const before = { ledger: this.ledger, ticket: this.ticket };
    const { refused } = decide(before.ledger, this.situation, {
      act: keyAct(step),
      actor: { accountId: by, mayTransition: by === 'agent' },
    });
    return refused === null ? null : `${refused.clause} ${refused.text}`;
  }

  get part(): KeyAccountPart {
    return keyPartOf(this.ledger) ?? emptyKeyPart;
  }

  get release(): Release {
    if (this.part.release === null) throw new Error('No release was started.');
    return this.part.release;
  }

  /** What was counted, in order. */
  get counted(): string[] {
    return this.effects.flatMap(({ command }) =>
      command.kind === 'own' && command.effect === rememberHappening.name
        ? [rememberHappening.inputOf(command).happening.what.kind]
        : [],
    );
  }

  /** A release that is reviewed and ready to be witnessed from the commit on. */
  reviewed(): this {
    this.step({ kind: 'start-release', cid: null, authors: ['dev'] });
    this.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
    this.step({ kind: 'tick', item: 'diff', done: true, evidence: 'https://code.example/42' });
    this.step({ kind: 'review', as: 'peer' }, 'peer');
    this.step({ kind: 'review', as: 'senior' }, 'second senior');
    return this;
  }

  /** The same, signed off by the senior engineer as it happened; deployed on that Monday at noon. */
  signedOff(): this {
    this.reviewed();
    this.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
    this.at('2026-03-02T12:00:00.000Z');
    this.step({
      kind: 'set-facts',
      facts: { build: '7.4.1', environment: 'Production', deployer: 'agent', deployedAt: this.now },
    });
    this.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
    this.step({ kind: 'witness', step: 'release', reason: null }, 'senior');
    this.at('2026-03-02T12:30:00.000Z');
    this.step({ kind: 'set-facts', facts: { results: 'All green.' } });
    this.step({ kind: 'tick', item: 'smoke', done: true, evidence: null });
    this.step({ kind: 'witness', step: 'post-release', reason: null }, 'senior');
    return this;
  }
}
