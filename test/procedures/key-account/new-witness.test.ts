// K2, A14: a witness who cannot go on hands it over, and who stands in signs only where they may.
import { promiseWait } from '../../../src/core/wait-acts';
import { brokenChain, isSignedOff } from '../../../src/procedures/key-account/chain';
import { witnessOf } from '../../../src/procedures/key-account/witness';
import type { KeyStep } from '../../support/acts';
import { KeyStory } from '../../support/key-account';
import { aPerson } from '../../support/sop';
import { set, witness } from '../../support/release-steps';

describe('K2: a witness who cannot go on', () => {
  const begun = (): KeyStory => {
    const story = new KeyStory().reviewed();
    story.step(witness('commit'), 'senior');
    story.at('2026-03-02T12:00:00.000Z').step(
      set({
        build: '7.4.1',
        environment: 'Production',
        deployer: 'agent',
        deployedAt: story.now,
      }),
    );
    story.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
    return story;
  };
  const handOver: KeyStep = {
    kind: 'hand-over-witness',
    to: 'second senior',
    reason: 'Left the company.',
  };
  const gone: readonly (readonly [string, (story: KeyStory) => void])[] = [
    [
      'has left',
      (story) => {
        story.people = { ...story.people, senior: aPerson('senior', { active: false }) };
      },
    ],
    [
      'has lost the role',
      (story) => {
        story.policy = {
          ...story.policy,
          roles: { ...story.policy.roles, 'senior-engineer': ['second senior'] },
        };
      },
    ],
    [
      'is away',
      (story) => {
        story.people = {
          ...story.people,
          senior: aPerson('senior', {
            delegation: {
              delegate: 'boss',
              from: '2026-03-01T00:00:00.000Z',
              until: '2026-03-20T00:00:00.000Z',
            },
          }),
        };
      },
    ],
  ];

  it.each(gone)('%s: what was promised stays, and those who take over are told', (_what, go) => {
    const story = begun();
    const by = '2026-03-03T16:00:00.000Z';
    story.at('2026-03-02T15:00:00.000Z').doing(
      {
        procedure: 'key-account',
        perform: (c, actor) =>
          promiseWait(c, actor, { procedure: 'key-account', wait: 'release:witness:release', by }),
      },
      { accountId: 'senior' },
    );
    expect(story.last?.refused).toBeNull();
    go(story);
    story.at('2026-03-02T16:00:00.000Z').turn();
    expect(story.tagged).toContain('second senior');
    expect(story.tagged).not.toContain('senior');
    expect(story.ledger.clocks).toContainEqual(
      expect.objectContaining({ key: 'release:witness:release', promised: by, dueAt: by }),
    );
  });

  it.each(gone)('%s: another senior engineer takes over with a reason, both named', (_what, go) => {
    const story = begun();
    expect(story.refusal(handOver, 'second senior')).toContain('senior is there');
    expect(story.refusal(witness('release'), 'second senior')).toContain(
      'senior witnesses this release',
    );
    go(story);
    story.turn();
    expect(story.ledger.clocks).toContainEqual(
      expect.objectContaining({
        key: 'release:witness:release',
        title: expect.stringMatching(/^Take over from senior as witness/u),
        not: expect.arrayContaining(['senior']),
      }),
    );
    expect(story.refusal(handOver, 'peer')).toContain('senior-level engineer');
    expect(story.step(handOver, 'second senior').refused).toBeNull();
    expect(story.release.chain.at(-1)).toMatchObject({
      kind: 'handed-over',
      step: 'release',
      by: 'second senior',
      content: { from: 'senior', to: 'second senior', reason: 'Left the company.' },
    });
    expect(witnessOf(story.release.chain)).toBe('second senior');
    story.step(witness('release'), 'second senior');
    story.at('2026-03-02T12:30:00.000Z').step(set({ results: 'All green.' }));
    story.step({ kind: 'tick', item: 'smoke', done: true, evidence: null });
    story.step(witness('post-release'), 'second senior');
    expect(isSignedOff(story.release)).toBe(true);
    expect(brokenChain(story.release.chain)).toBeNull();
  });

  it('may hand it over while there, but to no one whose own work it is, and not without a reason', () => {
    const story = begun();
    expect(story.refusal({ ...handOver, reason: 'x' }, 'senior')).toContain('Say why');
    expect(story.refusal({ ...handOver, to: 'peer' }, 'senior')).toContain('no senior-level');
    expect(story.refusal({ ...handOver, to: 'senior' }, 'senior')).toContain('already');
    expect(story.refusal(handOver, 'senior')).toBeNull();
    story.policy = {
      ...story.policy,
      roles: { ...story.policy.roles, 'senior-engineer': ['senior', 'second senior', 'dev'] },
    };
    expect(story.refusal({ ...handOver, to: 'dev' }, 'senior')).toContain('own work');
  });
});

it('A14, K7: who stands in for a senior engineer without being one is not asked to sign', () => {
  const story = new KeyStory();
  story.people = {
    ...story.people,
    senior: aPerson('senior', {
      delegation: {
        delegate: 'agent',
        from: '2026-03-01T00:00:00.000Z',
        until: '2026-03-20T00:00:00.000Z',
      },
    }),
  };
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] }, 'peer');
  story.step(set({ commit: 'a1b2c3d4' }), 'peer');
  story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' }, 'peer');
  for (const key of ['release:review:senior', 'release:witness:commit'])
    expect(
      story.ledger.clocks?.find((clock) => clock.key === key)?.asked.map(({ person }) => person),
    ).toEqual(['second senior']);
});
