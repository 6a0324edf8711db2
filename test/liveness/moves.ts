// What may happen on a desk, as moves that fast-check chooses and shrinks: what people do, what Jira does, what is published.
import fc from 'fast-check';
import { waitActs } from '../../src/app/waits/acts';
import { type Act, type ActOf, actOf } from '../../src/core/act';
import { holdersOf } from '../../src/core/clock';
import { instantOf, msOf, plusMs } from '../../src/core/instant';
import { nameOf } from '../../src/core/people';
import { accessRequestActs } from '../../src/procedures/access-request/pages/acts';
import { accountManagerActs } from '../../src/procedures/account-manager/pages/acts';
import { gates, works } from '../../src/procedures/change-request/lifecycle';
import { changeRequestActs } from '../../src/procedures/change-request/pages/acts';
import { hybridAccountActs } from '../../src/procedures/hybrid-account/pages/acts';
import { keyAccountActs } from '../../src/procedures/key-account/pages/acts';
import { validAct } from '../support/valid-input';
import { anybody, team, type WalkDesk } from './desk';
import { askOf, clocksOf } from './open';
import type { Cause } from './walk';

/** One thing that happens. */
export interface Move {
  readonly name: string;
  /** Does it on the desk, without a look; null where there is nothing of the kind to do. */
  readonly does: (desk: WalkDesk) => Done | null;
}

/** What was done, for the look that follows. */
export interface Done {
  readonly cause: Cause | null;
  readonly act?: Act;
  readonly by?: string;
}

const hour = 60 * 60_000;
const day = 24 * hour;

const among = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

const anyWaitAct = ['promise', 'escalate', 'delegate', 'not-mine', 'ask-back', 'inform'] as const;

/** One of the acts that every wait has. */
function waitAct(desk: WalkDesk, act: (typeof anyWaitAct)[number], n: number): Done | null {
  const clock = among(clocksOf(desk), n);
  if (clock === undefined) return null;
  const by = among([...holdersOf(clock), ...clock.asked.map(({ person }) => person)], n);
  const to = among(team, n) ?? 'delegate';
  const input = {
    procedure: clock.procedure,
    wait: act === 'inform' ? clock.key.replace(/^question:/u, '') : clock.key,
    by: plusMs(desk.now, 2 * day),
    reason: 'It cannot wait.',
    text: 'Which of them is meant?',
    to: { accountId: to, name: nameOf(desk.people, to), active: true, kind: 'person' },
  };
  const declared = waitActs[act] as unknown as ActOf<typeof input>;
  return {
    cause: 'act',
    act: { ...actOf('waits', declared, input), procedure: clock.procedure },
    by: by ?? 'agent',
  };
}

/** Whoever owes something does it, as their list says; or does one of the things that can be done about everything owed. */
const fromTheList = fc
  .tuple(fc.nat(20), fc.nat(5), fc.nat(5), fc.nat(11))
  .map(([which, who, how, other]): Move => {
    const special = anyWaitAct[other];
    return {
      name: `from the list ${which}.${who}.${how}.${other}`,
      does: (desk) => {
        if (special !== undefined) return waitAct(desk, special, which);
        const ask = askOf(desk);
        const clocks = clocksOf(desk);
        if (ask !== null && which % (clocks.length + 1) === clocks.length) {
          const act = validAct('account-manager', how < 4 ? 'answer' : 'promise', desk, '');
          return act === null ? null : { cause: 'act', act, by: ask.holder };
        }
        const clock = among(clocks, which);
        if (clock === undefined) return null;
        const name = among(clock.acts, how) ?? '';
        if (name === 'wait.inform') return waitAct(desk, 'inform', which);
        const act = validAct(clock.procedure, name, desk, clock.key);
        const by = among([...holdersOf(clock), ...clock.asked.map(({ person }) => person)], who);
        return act === null ? null : { cause: 'act', act, by: by ?? 'agent' };
      },
    };
  });

const declared: readonly (readonly [string, readonly string[]])[] = [
  ['account-manager', Object.keys(accountManagerActs)],
  ['change-request', Object.keys(changeRequestActs)],
  ['key-account', Object.keys(keyAccountActs)],
  ['access-request', Object.keys(accessRequestActs)],
  ['hybrid-account', Object.keys(hybridAccountActs)],
];

/** What acts may be about, whether or not it is owed now. */
const keys = [
  ...[...gates, ...works].map(({ key }) => `step:${key}`),
  ...['commit', 'release', 'post-release'].map((step) => `release:witness:${step}`),
  ...['release:ready:release', 'release:ready:post-release', 'release:review:peer'],
  ...[
    'cycle:2026-03-06',
    'cycle:2026-03-13',
    'action:1',
    'task:inform:cs',
    'task:cs-call:cs',
    'test',
    'repair',
  ],
];

const byAnybody = fc
  .tuple(
    fc.constantFrom(
      ...declared.flatMap(([procedure, acts]) => acts.map((act) => [procedure, act] as const)),
    ),
    fc.constantFrom(...anybody),
    fc.constantFrom(...keys),
  )
  .map(([[procedure, name], by, key]): Move => ({
    name: `${by}: ${procedure}.${name} ${key}`,
    does: (desk) => {
      const act = validAct(procedure, name, desk, key);
      return act === null ? null : { cause: 'act', act, by };
    },
  }));

const words = [
  'words',
  'Could you please confirm this by Friday?',
  'Automatic reply: I am out of the office until Monday.',
  'I will look into it and come back to you.',
  'Thank you!',
  'Done, it was signed on Friday.',
];

const comment = fc
  .tuple(
    fc.constantFrom(...anybody),
    fc.boolean(),
    fc.constantFrom(...words),
    fc.option(fc.constantFrom('Ana', 'Paige', 'csm', 'approver', 'bot')),
    fc.boolean(),
  )
  .map(([by, isPublic, text, tagged, edited]): Move => ({
    name: `${by} ${edited ? 'edits' : 'writes'}${isPublic ? ' publicly' : ''}: ${text} @${tagged ?? ''}`,
    does: (desk) => {
      const mentions = tagged === null ? [] : [tagged];
      if (edited && desk.ticket.comments.length > 0) desk.edits({ text, mentions });
      else desk.writes(by, { public: isPublic || by.includes('customer'), text, mentions });
      return { cause: 'comment' };
    },
  }));

const byHand = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('wfs', 'wfam', 'wfm', 'wfc', 'progress', 'done', 'done', 'wfs'),
      fc.constantFrom('agent', 'Ana', 'customer'),
    )
    .map(([to, by]): Move => ({
      name: `${by} moves it to ${to}`,
      does: (desk) => (desk.status === to ? null : (desk.moved(to, by), { cause: 'change' })),
    })),
  fc.constantFrom('highest', 'high', 'low').map((to): Move => ({
    name: `priority ${to}`,
    does: (desk) => {
      desk.prioritized(to, 'agent');
      return { cause: 'change' };
    },
  })),
  fc.constantFrom('agent', 'other agent', null).map((to): Move => ({
    name: `assigned to ${to ?? 'nobody'}`,
    does: (desk) => {
      desk.ticket = { ...desk.ticket, assignee: to === null ? null : (desk.people[to] ?? null) };
      return { cause: 'change' };
    },
  })),
);

const time = fc.oneof(
  fc.constantFrom(-1000, 0, 1000).map((ms): Move => ({
    name: `to ${ms} ms from the next look`,
    does: (desk) => {
      const next = desk.wakeAt;
      const at = next === null ? null : plusMs(next, ms);
      if (at === null || at <= desk.now) return null;
      desk.now = at;
      return { cause: 'time' };
    },
  })),
  fc.constantFrom(0.1, 1, 4, 24, 72).map((hours): Move => ({
    name: `${hours} hours`,
    does: (desk) => {
      const until = instantOf(msOf(desk.now) + hours * hour);
      const next = desk.wakeAt;
      // Nothing that is due is passed over: it is looked at when it is due.
      desk.now = next !== null && next > desk.now && next < until ? next : until;
      return { cause: 'time' };
    },
  })),
);

/** The same again: an event that comes twice. */
const twice = fc.constant<Move>({ name: 'the same event again', does: () => ({ cause: null }) });

/** What goes on with people and tickets; see `outside.ts` for what is set and known of them. */
export const within: fc.WeightedArbitrary<Move>[] = [
  { arbitrary: fromTheList, weight: 60 },
  { arbitrary: byAnybody, weight: 15 },
  { arbitrary: comment, weight: 8 },
  { arbitrary: byHand, weight: 5 },
  { arbitrary: time, weight: 14 },
  { arbitrary: twice, weight: 2 },
];
