// K5, K7, X10: what has to be signed is asked of those who may sign it, and of nobody else; where nobody may, the radar says so.
import { holdersOf } from '../../../src/core/clock';
import type { Roles } from '../../../src/core/roles';
import { wakeAt } from '../../../src/core/decide';
import { delegateWait } from '../../../src/core/wait-acts';
import { onRadar } from '../../../src/core/radar';
import { aPerson } from '../../support/sop';
import { KeyStory } from '../../support/key-account';
import { everyRule } from '../../support/procedures';

const withRoles = (roles: Roles): KeyStory => {
  const story = new KeyStory();
  story.policy = { ...story.policy, roles: { ...story.policy.roles, ...roles } };
  return story;
};
const fallback = ['James Lee', 'Second Fallback'];

/** Lets time pass, and looks whenever a look is due; who was tagged. */
function told(story: KeyStory, until: string): Set<string> {
  const all = new Set(story.tagged);
  for (let looks = 0; looks < 100; looks += 1) {
    const next = wakeAt(everyRule, story.ledger);
    if (next === null || next > until) break;
    story.at(next > story.now ? next : story.now).turn();
    for (const who of story.tagged) all.add(who);
  }
  return all;
}
const nobody = (story: KeyStory): string[] =>
  onRadar(story.ledger, story.situation).flatMap(({ code, severity, text }) =>
    code === 'owed-by-nobody' && severity === 'urgent' ? [text] : [],
  );
const clock = (story: KeyStory, key: string) => story.ledger.clocks?.find((one) => one.key === key);

describe('what has to be signed is handed to nobody who may not sign it', () => {
  const refusal = (story: KeyStory, wait: string, by: string, to: string) =>
    story.doing(
      {
        procedure: 'wait',
        perform: (c, actor) =>
          delegateWait(c, actor, { procedure: 'key-account', wait, to: aPerson(to) }),
      },
      { accountId: by, mayTransition: false },
    ).refused?.text ?? null;
  const reviewed = (): KeyStory => {
    const story = new KeyStory();
    story.step({ kind: 'start-release', cid: null, authors: ['author'] });
    story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
    return story;
  };

  it('the double-check, to an engineer who is no senior one: it says so at once, and who is', () => {
    const story = reviewed();
    const text = refusal(story, 'release:review:senior', 'senior', 'dev');
    expect(text).toBe(
      'dev cannot do this: it takes a senior engineer, a lead engineer or an engineering manager. Choose boss.',
    );
    expect(refusal(story, 'release:review:senior', 'senior', 'boss')).toBeNull();
  });

  it('the review by a peer, to somebody who is no engineer', () => {
    const story = reviewed();
    expect(refusal(story, 'release:review:peer', 'dev', 'Ana')).toMatch(
      /^Ana cannot do this: it takes an engineer, /u,
    );
  });

  it('the witness of all three steps, to nobody: that has an act of its own, with the reason', () => {
    const story = new KeyStory().reviewed();
    story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
    const facts = { build: '7.4.1', environment: 'Production', deployer: 'agent' };
    story.step({ kind: 'set-facts', facts: { ...facts, deployedAt: story.now } });
    story.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
    expect(refusal(story, 'release:witness:release', 'senior', 'boss')).toMatch(
      /^boss cannot do this: it takes senior\./u,
    );
  });
});

describe('where nobody may sign', () => {
  it('a commit by the only senior engineer: those of the fallback list are not asked, and the radar says so', () => {
    const story = withRoles({ 'senior-engineer': ['senior'], 'engineering-manager': [] });
    story.step({ kind: 'start-release', cid: null, authors: ['senior'] });
    story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
    const asked = told(story, '2026-03-20T10:00:00.000Z');
    expect(
      fallback.filter((who) =>
        clock(story, 'release:review:senior')?.asked.some(({ person }) => person === who),
      ),
    ).toEqual([]);
    expect(asked.has('senior')).toBe(false);
    expect(nobody(story).join()).toContain('Double-check the commit');
    expect(nobody(story).join()).not.toContain('Review the commit');
  });

  it('a step to be witnessed, and the end of monitoring to be decided', () => {
    const story = new KeyStory().signedOff();
    story.step({ kind: 'set-processing', value: true, reason: null });
    story.at('2026-03-09T10:00:00.000Z');
    story.step({ kind: 'set-processing', value: false, reason: 'Only a report.' }, 'senior');
    story.policy = {
      ...story.policy,
      roles: { ...story.policy.roles, 'senior-engineer': ['senior'], 'engineering-manager': [] },
    };
    told(story, '2026-03-20T10:00:00.000Z');
    expect(nobody(story).join()).toContain('Decide whether monitoring ends');
    const witnessing = new KeyStory().reviewed();
    witnessing.policy = {
      ...witnessing.policy,
      roles: { engineer: ['dev'], 'senior-engineer': ['dev'] },
    };
    told(witnessing, '2026-03-20T10:00:00.000Z');
    expect(nobody(witnessing).join()).toContain('Witness the commit');
  });

  it('somebody comes who may: they are asked, and the radar is quiet', () => {
    const story = withRoles({ 'senior-engineer': ['senior'], 'engineering-manager': [] });
    story.step({ kind: 'start-release', cid: null, authors: ['senior'] });
    story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
    story.policy = {
      ...story.policy,
      roles: { ...story.policy.roles, 'senior-engineer': ['senior', 'second senior'] },
    };
    told(story, '2026-03-06T10:00:00.000Z');
    expect(clock(story, 'release:review:senior')?.asked.map(({ person }) => person)).toContain(
      'second senior',
    );
    expect(nobody(story)).toEqual([]);
  });
});

it('the delegate of somebody on the fallback list signs nothing either', () => {
  const story = withRoles({ 'senior-engineer': ['senior'], 'engineering-manager': [] });
  story.people = {
    ...story.people,
    'James Lee': aPerson('James Lee', {
      delegation: {
        delegate: 'other agent',
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-12-01T00:00:00.000Z',
      },
    }),
  };
  story.step({ kind: 'start-release', cid: null, authors: ['senior'] });
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  expect(clock(story, 'release:review:senior')?.asked).toEqual([]);
});

it('who deployed is not asked of the witness, who may not say it, but of another engineer', () => {
  const story = new KeyStory();
  story.step({ kind: 'start-release', cid: null, authors: [] }, 'senior');
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4', authors: ['dev'] } });
  story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' });
  story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  const ready = clock(story, 'release:ready:release');
  expect(ready === undefined ? [] : holdersOf(ready)).toEqual(['dev', 'peer']);
  expect(story.refusal({ kind: 'set-facts', facts: { deployer: 'dev' } }, 'senior')).toContain(
    'somebody else says who wrote and deployed it',
  );
  expect(story.refusal({ kind: 'set-facts', facts: { deployer: 'dev' } }, 'peer')).toBeNull();
});

it('whoever was asked in the place of the one who began it may go on with the documentation', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true, reason: null });
  story.people = { ...story.people, agent: aPerson('agent', { active: false }) };
  told(story, '2026-03-10T10:00:00.000Z');
  const cycle = { kind: 'record-cycle', date: '2026-03-06', passed: true, note: '' } as const;
  expect(clock(story, 'cycle:2026-03-06')?.asked.map(({ person }) => person)).toContain(
    'James Lee',
  );
  expect(story.refusal(cycle, 'James Lee')).toBeNull();
  expect(story.refusal(cycle, 'Rita')).toContain('Agents and engineers');
});

it('and whoever answered an escalation in the place of another may resolve it', () => {
  const story = new KeyStory();
  story.policy = { ...story.policy, roles: {} };
  story.step({
    kind: 'escalate',
    aspect: 'accuracy',
    what: 'Deductions of 40 employees are wrong.',
  });
  story.step({ kind: 'answer-escalation' }, 'James Lee');
  expect(story.refusal({ kind: 'resolve-escalation', how: 'Corrected.' }, 'James Lee')).toBeNull();
});

it('what is still to be put down is a title that ends once', () => {
  const story = new KeyStory().reviewed();
  story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  const titles = (story.ledger.clocks ?? []).map(({ title }) => title);
  expect(titles).toContain(
    'Put down what the release needs before it can be witnessed. Still missing: the build, the environment, who deployed it, when it was deployed, one required item of its checklist',
  );
  expect(titles.filter((title) => title.endsWith('.'))).toEqual([]);
});
