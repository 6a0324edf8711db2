// A14: whoever is asked in the place of somebody may do it; who only hears that it is late may not.
import type { Act } from '../../../src/core/act';
import type { Because } from '../../../src/core/because';
import { holdersOf, isOf } from '../../../src/core/clock';
import { decide } from '../../../src/core/decide';
import type { Ledger } from '../../../src/core/ledger';
import type { Situation } from '../../../src/core/situation';
import { seesMoney } from '../../../src/procedures/change-request/may';
import { waitingList, waitRows } from '../../../src/core/wait-rows';
import { changeAct } from '../../support/acts';
import { ChangeStory, impact, roles } from '../../support/change-request';
import { aPerson } from '../../support/sop';

const change = (stop: Parameters<ChangeStory['upTo']>[0]): ChangeStory =>
  new ChangeStory().upTo(stop);
const asked = (): ChangeStory => {
  const story = change('internal-approval');
  story.ask('internal-approval');
  return story;
};
const approve = changeAct({
  kind: 'approve',
  gate: 'internal-approval',
  version: null,
  note: null,
});

const away = (situation: Situation, name: string, delegate: string): Situation => ({
  ...situation,
  people: {
    ...situation.people,
    colleague: aPerson('colleague'),
    [name]: aPerson(name, {
      delegation: {
        delegate,
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-12-01T00:00:00.000Z',
      },
    }),
  },
});
const without = (situation: Situation, name: string): Situation => ({
  ...situation,
  people: { ...situation.people, [name]: aPerson(name, { active: false }) },
});

const refusal = (ledger: Ledger, situation: Situation, act: Act, who: string): Because | null =>
  decide(ledger, situation, { act, actor: { accountId: who, mayTransition: true } }).refused;

const listed = (ledger: Ledger, who: string): boolean =>
  waitRows(ledger).some((row) => row.list === waitingList && row.who === who);

const turns: readonly (readonly [string, () => ChangeStory, string, Act])[] = [
  ['decides the cost', asked, 'approver', approve],
  [
    'says the effort',
    () => change('impact'),
    'integrator',
    changeAct({ kind: 'save', edit: impact(5) }),
  ],
  [
    'asks the customer',
    () => change('customer-approval'),
    'csm',
    changeAct({ kind: 'ask', gate: 'customer-approval' }),
  ],
  [
    'tests',
    () => change('qa'),
    'tester',
    changeAct({ kind: 'approve', gate: 'qa', version: null, note: null }),
  ],
  [
    'deploys',
    () => change('deployed-to-qa'),
    'ops',
    changeAct({ kind: 'complete', step: 'deployed-to-qa', build: '1.0', note: null }),
  ],
];

it.each(turns)(
  'the delegate of whoever %s has it in the list, and may',
  (_what, story, absent, act) => {
    const { situation, ledger: before } = story();
    const now = away(situation, absent, 'colleague');
    const { ledger } = decide(before, now);
    expect(listed(ledger, 'colleague')).toBe(true);
    expect(refusal(ledger, now, act, 'colleague')).toBeNull();
    // Nobody else has it: the delegate of somebody who is there stands in for nobody.
    expect(refusal(before, situation, act, 'colleague')).not.toBeNull();
  },
);

it.each(turns)(
  'who is found by the fallback list where nobody %s may as well',
  (_what, story, gone, act) => {
    const { situation, ledger: before } = story();
    const now = without(situation, gone);
    const { ledger } = decide(before, now);
    expect(listed(ledger, 'James Lee')).toBe(true);
    expect(refusal(ledger, now, act, 'James Lee')).toBeNull();
    expect(refusal(ledger, now, act, 'Second Fallback')).not.toBeNull();
  },
);

it('who decides the cost in the place of the approver sees it, and only while it is open', () => {
  const { situation, ledger: before } = asked();
  const now = away(situation, 'approver', 'colleague');
  const { ledger } = decide(before, now);
  expect(seesMoney(now, 'colleague', before)).toBe(false);
  expect(seesMoney(now, 'colleague', ledger)).toBe(true);
  const after = decide(ledger, now, {
    act: approve,
    actor: { accountId: 'colleague', mayTransition: true },
  }).ledger;
  expect(seesMoney(now, 'colleague', after)).toBe(false);
});

it('somebody it was handed to may, and who hears that it is late may not', () => {
  const story = asked();
  const key = 'gate:internal-approval:decide';
  const clock = story.ledger.clocks?.find(isOf('change-request', key));
  if (clock === undefined) throw new Error('Nothing is to be decided.');
  const withAsked = (person: string, rung: number): Ledger => ({
    ...story.ledger,
    clocks: [
      {
        ...clock,
        asked: [
          ...clock.asked,
          { person, rung, toldAt: story.now, ...(rung === 0 ? { standsInFor: 'approver' } : {}) },
        ],
      },
    ],
  });
  expect(refusal(withAsked('colleague', 0), story.situation, approve, 'colleague')).toBeNull();
  expect(refusal(withAsked('colleague', 1), story.situation, approve, 'colleague')).not.toBeNull();
});

it.each([
  ['has left', aPerson('csm', { active: false })],
  [
    'is away, and nobody stands in',
    aPerson('csm', {
      delegation: {
        delegate: 'gone',
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-12-01T00:00:00.000Z',
      },
    }),
  ],
])(
  'the customer’s own CSM %s: another CSM is asked before the fallback list, and may',
  (_what, csm) => {
    const story = new ChangeStory({}, { ...roles, csm: ['csm', 'csm two'] });
    story.account = { ...story.account, customerSuccessManager: 'csm' };
    story.upTo('customer-approval');
    const { situation } = story;
    const gone = aPerson('gone', { active: false });
    const now = { ...situation, people: { ...situation.people, csm, gone } };
    const { ledger } = decide(story.ledger, now);
    expect(['csm two', 'James Lee'].filter((who) => listed(ledger, who))).toEqual(['csm two']);
    const ask = changeAct({ kind: 'ask', gate: 'customer-approval' });
    expect(refusal(ledger, now, ask, 'csm two')).toBeNull();
  },
);

describe('a hold', () => {
  const onHold = (): ChangeStory => {
    const story = change('impact');
    story.do('csm', { kind: 'hold', reason: 'The customer moves.', until: '2026-03-20' });
    return story;
  };
  const holders = (ledger: Ledger): readonly string[] => {
    const clock = ledger.clocks?.find(isOf('change-request', 'hold'));
    return clock === undefined ? [] : holdersOf(clock);
  };
  const resume = changeAct({ kind: 'resume' });

  it('is looked at again by whoever put it on hold', () => {
    expect(holders(onHold().ledger)).toEqual(['csm']);
  });

  it('or by the CSM of today, where they have no part in it any more', () => {
    const { situation, ledger: before } = onHold();
    const now = {
      ...situation,
      policy: { ...situation.policy, roles: { ...roles, csm: ['csm two'] } },
      people: { ...situation.people, 'csm two': aPerson('csm two') },
    };
    const { ledger } = decide(before, now);
    expect(holders(ledger)).toEqual(['csm two']);
    expect(refusal(ledger, now, resume, 'csm two')).toBeNull();
  });

  it('and by their delegate while they are away', () => {
    const { situation, ledger: before } = onHold();
    const now = away(situation, 'csm', 'colleague');
    const { ledger } = decide(before, now);
    expect(holders(ledger)).toEqual(['colleague']);
    expect(refusal(ledger, now, resume, 'colleague')).toBeNull();
  });
});
