import { attestationOf, brokenChain } from '../../../src/procedures/key-account/chain';
import { isRetrospective } from '../../../src/procedures/key-account/witness';
import type { KeyStep } from '../../support/acts';
import { keyPolicy, KeyStory } from '../../support/key-account';
import { deployed, review, set, witness } from '../../support/release-steps';

describe('K1: what is signed late says so, whatever it is', () => {
  it.each([
    ['peer', 'peer'],
    ['senior', 'second senior'],
  ] as const)('a %s review a week after production', (as, by) => {
    const story = deployed();
    expect(story.refusal(review(as), by)).toContain('will be marked retrospective');
    expect(story.step(review(as, 'Everybody was ill.'), by).refused).toBeNull();
    expect(story.release[as]?.retrospective).toEqual({
      because: 'The release was deployed before this review.',
      reason: 'Everybody was ill.',
    });
    expect(isRetrospective(story.release)).toBe(true);
  });

  it('the word that it is with the client', () => {
    const story = deployed();
    story.step(review('peer', 'Everybody was ill.'), 'peer');
    story.step(review('senior', 'Everybody was ill.'), 'second senior');
    expect(story.refusal({ kind: 'client-review' })).toContain('will be marked retrospective');
    story.step({ kind: 'client-review', reason: 'Sent by mail before.' });
    expect(story.release.clientReview).toMatchObject({
      commit: 'a1b2c3d4',
      retrospective: { reason: 'Sent by mail before.' },
    });
  });

  it('checks that are attested long after they were put down', () => {
    const story = new KeyStory().signedOff();
    story.step(set({ results: 'All green, twice.' }));
    story.at('2026-03-02T15:00:00.000Z');
    expect(story.refusal(witness('post-release'), 'senior')).toContain('will be marked');
  });

  it('and what is signed when it happens does not', () => {
    const story = new KeyStory().signedOff();
    expect(story.release.peer?.retrospective).toBeNull();
    expect(isRetrospective(story.release)).toBe(false);
  });
});

it('K1: another commit voids everything that was signed on the one before', () => {
  const story = new KeyStory().reviewed();
  story.step({ kind: 'client-review' });
  story.step(witness('commit'), 'senior');
  story.at('2026-03-02T12:00:00.000Z').step(set({ commit: 'ffffffff' }));
  const { peer, senior, clientReview, chain } = story.release;
  expect([peer, senior, clientReview, attestationOf(chain, 'commit')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const signed = new KeyStory().signedOff();
  signed.at('2026-03-02T14:00:00.000Z').step(set({ commit: 'ffffffff' }));
  for (const step of ['commit', 'release', 'post-release'] as const)
    expect(attestationOf(signed.release.chain, step)).toBeNull();
  expect(brokenChain(signed.release.chain)).toBeNull();
});

it('K1: what an earlier edition signed without commit and build still holds until one of its own facts changes', () => {
  const story = new KeyStory().signedOff();
  const { chain } = story.release;
  const old = chain.map((record) =>
    record.step === 'commit'
      ? record
      : {
          ...record,
          content: Object.fromEntries(
            Object.entries(record.content).filter(
              ([name]) => name !== 'commit' && (record.step === 'release' || name !== 'build'),
            ),
          ),
        },
  );
  story.ledger = {
    ...story.ledger,
    parts: {
      ...story.ledger.parts,
      'key-account': {
        v: 1,
        state: { ...story.part, release: { ...story.release, chain: old } },
      },
    },
  };
  story.step({ kind: 'tick', item: 'thanks', done: true, evidence: null });
  expect(attestationOf(story.release.chain, 'commit')).not.toBeNull();
  expect(attestationOf(story.release.chain, 'release')).not.toBeNull();
});

describe('A4: whoever ever stood as author or deployer, or said who does, signs nothing', () => {
  /** Who stood or said it, and what was edited afterwards to look free. */
  const edits: readonly (readonly [string, string, (story: KeyStory) => void])[] = [
    [
      'an author who takes the name out again',
      'senior',
      (story) => {
        story.step({ kind: 'start-release', cid: null, authors: ['senior', 'dev'] });
        story.step(set({ authors: ['dev'] }), 'senior');
      },
    ],
    [
      'an author whom somebody else takes out',
      'senior',
      (story) => {
        story.step({ kind: 'start-release', cid: null, authors: ['senior'] });
        story.step(set({ authors: ['dev'] }));
      },
    ],
    [
      'a deployer who is replaced',
      'senior',
      (story) => {
        story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
        story.step(set({ deployer: 'senior' }));
        story.step(set({ deployer: 'agent' }));
      },
    ],
    [
      'who said who wrote it',
      'senior',
      (story) => {
        story.step({ kind: 'start-release', cid: null, authors: [] });
        story.step(set({ authors: ['dev'] }), 'senior');
      },
    ],
    [
      'who said who deployed it',
      'senior',
      (story) => {
        story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
        story.step(set({ deployer: 'agent' }), 'senior');
      },
    ],
    [
      'who began it with its authors',
      'senior',
      (story) => void story.step({ kind: 'start-release', cid: null, authors: ['dev'] }, 'senior'),
    ],
  ];

  it.each(edits)('%s', (_what, by, edit) => {
    const story = new KeyStory();
    edit(story);
    story.step(set({ commit: 'a1b2c3d4' }));
    story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' });
    for (const as of ['peer', 'senior'] as const)
      expect(story.refusal(review(as), by)).toContain('somebody else reviews it');
    expect(story.refusal(witness('commit'), by)).toContain('somebody else has to witness it');
    expect(story.refusal(review('senior'), 'second senior')).toBeNull();
    expect(story.refusal(witness('commit'), 'second senior')).toBeNull();
    // Nor is it asked of them.
    for (const clock of story.ledger.clocks ?? [])
      if (/review|witness/u.test(clock.key))
        expect(clock.asked.map(({ person }) => person)).not.toContain(by);
  });

  it('the witness does not say who deployed it, and hears so at once', () => {
    const story = new KeyStory().reviewed();
    story.step(witness('commit'), 'senior');
    expect(story.refusal(set({ deployer: 'agent' }), 'senior')).toContain('You witness this');
    expect(story.refusal(set({ build: '7.4.1' }), 'senior')).toBeNull();
  });

  it('a release kept by an earlier edition counts who stands in it now', () => {
    const story = new KeyStory().reviewed();
    const { stood: _stood, said: _said, terms: _terms, ...old } = story.release;
    story.ledger = {
      ...story.ledger,
      parts: { 'key-account': { v: 1, state: { ...story.part, release: old } } },
    };
    story.step(set({ authors: ['peer'] }));
    expect(story.refusal(review('peer'), 'dev')).toContain('author or deployer of this release');
  });
});

describe('A4: ending the monitoring of production cycles', () => {
  const failed = (): KeyStory => {
    const story = new KeyStory().signedOff();
    story.step({ kind: 'set-processing', value: true });
    story.at('2026-03-20T18:00:00.000Z').step({
      kind: 'record-cycle',
      date: '2026-03-06',
      passed: false,
      note: 'Two files were rejected.',
      aspect: 'accuracy',
    });
    return story;
  };
  const leave: KeyStep = {
    kind: 'set-processing',
    value: false,
    reason: 'It only changes a report.',
  };

  it('needs a reason and the word of another senior engineer', () => {
    const story = failed();
    expect(story.refusal({ kind: 'set-processing', value: false }, 'boss')).toContain('Say why');
    story.step(leave, 'second senior');
    expect(story.release.processing?.value).toBe(true);
    expect(story.ledger.clocks).toContainEqual(
      expect.objectContaining({
        key: 'release:monitoring',
        asked: [expect.objectContaining({ person: 'senior' })],
      }),
    );
    const decide: KeyStep = { kind: 'decide-monitoring', end: true, note: null };
    expect(story.refusal(decide, 'second senior')).toContain('You asked for it');
    expect(story.refusal(decide, 'peer')).toContain('senior-level');
    expect(story.refusal(decide, 'agent')).toContain('senior-level');
    expect(story.refusal({ ...decide, end: false }, 'boss')).toContain('Say why');
    story.step(decide, 'boss');
    expect(story.release.processing).toMatchObject({ value: false, by: 'boss' });
    expect(story.refusal({ kind: 'finish-release' })).toBeNull();
  });

  it('goes on where the other says so', () => {
    const story = failed();
    story.step(leave);
    story.step({ kind: 'decide-monitoring', end: false, note: 'It does move money.' }, 'boss');
    expect(story.release).toMatchObject({ processing: { value: true }, leaving: null });
    expect(story.refusal({ kind: 'finish-release' })).toContain('production cycles');
  });

  it('is free while nothing was due', () => {
    const story = new KeyStory().signedOff();
    story.step({ kind: 'set-processing', value: true });
    story.step({ kind: 'set-processing', value: false });
    expect(story.release.processing?.value).toBe(false);
  });
});

it('X11: a release keeps the rules it began under', () => {
  const story = new KeyStory().reviewed();
  const { queue } = story.situation;
  const release = {
    ...keyPolicy.release,
    reviews: 'one-senior' as const,
    witness: { ...keyPolicy.release.witness, who: 'one-per-step' as const },
    cycles: { needed: 9, onFailure: 'go-on' as const },
  };
  story.policy = {
    ...story.policy,
    queues: {
      '1': { ...queue, procedures: { 'key-account': { ...keyPolicy, release } } },
    },
  };
  story.step(set({ commit: 'ffffffff' }));
  expect(story.refusal({ kind: 'client-review' })).toContain('No peer');
});
