import { attestationOf, brokenChain, isSignedOff } from '../../../src/procedures/key-account/chain';
import { whyRetrospective } from '../../../src/procedures/key-account/signing';
import { isRetrospective } from '../../../src/procedures/key-account/witness';
import { keyPolicy, KeyStory } from '../../support/key-account';

const begun = (): KeyStory => {
  const story = new KeyStory();
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  return story;
};

it('KA-08: a release copies its checklist; a template edited later leaves it alone', () => {
  const story = begun();
  const queue = story.situation.queue;
  story.policy = {
    ...story.policy,
    queues: {
      '1': {
        ...queue,
        procedures: {
          'key-account': { ...keyPolicy, release: { ...keyPolicy.release, checklist: [] } },
        },
      },
    },
  };
  story.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
  expect(story.release.items.map(({ id, done }) => [id, done !== null])).toEqual([
    ['diff', false],
    ['plan', true],
    ['smoke', false],
    ['thanks', false],
  ]);
});

it('a checklist of 500 items is worked off to the end', () => {
  const checklist = Array.from({ length: 500 }, (_, place) => ({
    id: `i${place}`,
    section: 'release' as const,
    text: `Item ${place}`,
    required: true,
    evidence: true,
  }));
  const story = new KeyStory({ policy: { release: { ...keyPolicy.release, checklist } } });
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  for (const { id } of checklist)
    story.step({
      kind: 'tick',
      item: id,
      done: true,
      evidence: `https://code.example/${'x'.repeat(70)}/${id}`,
    });
  expect(story.release.items.every(({ done }) => done !== null)).toBe(true);
  expect(
    JSON.stringify({ ...story.ledger, journal: story.ledger.journal.slice(-120) }).length,
  ).toBeLessThan(200 * 1024);
});

it('KA-08: evidence is asked where an item needs it, and the same tick twice is one', () => {
  const story = begun();
  expect(story.refusal({ kind: 'tick', item: 'diff', done: true, evidence: ' ' })).toContain(
    'needs its evidence',
  );
  expect(
    story.refusal({ kind: 'tick', item: 'diff', done: true, evidence: 'x'.repeat(201) }),
  ).toContain('at most 200 characters');
  expect(story.refusal({ kind: 'tick', item: 'nope', done: true, evidence: null })).toContain(
    'no such item',
  );
  story.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
  const { entries } = story.ledger;
  story.step({ kind: 'tick', item: 'plan', done: true, evidence: null }, 'peer');
  expect(story.ledger.entries).toBe(entries);
});

it.each([
  ['peer', 'dev', 'wrote this code'],
  ['senior', 'dev', 'senior-level engineer or higher'],
  ['senior', 'peer', 'senior-level engineer or higher'],
  ['peer', 'customer', 'Agents and engineers'],
] as const)('K6: %s review by %s is refused', (as, by, says) => {
  const story = begun();
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  expect(story.refusal({ kind: 'review', as }, by)).toContain(says);
});

it('K6: review and double-check are by two people; another commit needs both again', () => {
  const story = begun();
  expect(story.refusal({ kind: 'review', as: 'peer' }, 'peer')).toContain('SHA');
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  story.step({ kind: 'review', as: 'peer' }, 'senior');
  expect(story.refusal({ kind: 'review', as: 'senior' }, 'senior')).toContain(
    'two different people',
  );
  expect(story.refusal({ kind: 'client-review' })).toContain('cannot go to the client');
  story.step({ kind: 'review', as: 'senior' }, 'second senior');
  expect(story.refusal({ kind: 'client-review' })).toBeNull();
  story.step({ kind: 'set-facts', facts: { commit: 'b2c3d4e5' } });
  expect(story.refusal({ kind: 'client-review' })).toContain('No peer');
});

it('K6: where one senior is enough, the double-check alone opens the way to the client', () => {
  const story = new KeyStory({
    policy: { release: { ...keyPolicy.release, reviews: 'one-senior' } },
  });
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  story.step({ kind: 'review', as: 'senior' }, 'boss');
  expect(story.refusal({ kind: 'client-review' })).toBeNull();
});

it('KA-09: three attestations in order, in time, by the same senior engineer', () => {
  const story = new KeyStory().signedOff();
  expect(isSignedOff(story.release)).toBe(true);
  expect(isRetrospective(story.release)).toBe(false);
  expect(
    story.release.chain.map(({ step, rank, previous }) => [step, rank, previous === null]),
  ).toEqual([
    ['commit', 'senior-engineer', true],
    ['release', 'senior-engineer', false],
    ['post-release', 'senior-engineer', false],
  ]);
  expect(story.counted).toEqual(['release-started', 'release-signed-off']);
});

it.each([
  ['the author', 'commit', 'dev', 'senior-level engineer'],
  ['nobody of the engineers', 'commit', 'agent', 'senior-level engineer'],
  ['out of order', 'post-release', 'senior', 'comes first'],
] as const)('30: refused: %s', (_what, step, by, says) => {
  expect(new KeyStory().reviewed().refusal({ kind: 'witness', step, reason: null }, by)).toContain(
    says,
  );
});

it('30: a senior who wrote the code, or deployed it, does not witness it; where that is allowed they do', () => {
  for (const notOwnWork of [true, false]) {
    const story = new KeyStory({
      policy: {
        release: { ...keyPolicy.release, witness: { ...keyPolicy.release.witness, notOwnWork } },
      },
    });
    story.step({ kind: 'start-release', cid: null, authors: ['senior'] });
    story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
    story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' });
    expect(
      story.refusal({ kind: 'witness', step: 'commit', reason: null }, 'senior')?.slice(0, 2) ??
        'ok',
    ).toBe(notOwnWork ? 'K5' : 'ok');
  }
  const deployed = new KeyStory().reviewed();
  deployed.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  deployed.at('2026-03-02T12:00:00.000Z').step({
    kind: 'set-facts',
    facts: {
      build: '1',
      environment: 'Production',
      deployer: 'senior',
      deployedAt: '2026-03-02T12:00:00.000Z',
    },
  });
  deployed.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
  expect(deployed.refusal({ kind: 'witness', step: 'release', reason: null }, 'senior')).toContain(
    'You deployed',
  );
  // What the deployer has attested does not hold either, so another begins.
  expect(attestationOf(deployed.release.chain, 'commit')).toBeNull();
  expect(
    deployed.refusal({ kind: 'witness', step: 'release', reason: null }, 'second senior'),
  ).toContain('The commit comes first');
});

it('KA-09: twice is refused, and so is a step that still lacks something', () => {
  const story = new KeyStory().reviewed();
  story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  expect(story.refusal({ kind: 'witness', step: 'commit', reason: null }, 'senior')).toContain(
    'attested already',
  );
  expect(story.refusal({ kind: 'witness', step: 'release', reason: null }, 'senior')).toContain(
    'Still missing: the build, the environment',
  );
});

it('30: three attestations within two minutes are retrospective and need a reason', () => {
  const story = new KeyStory().reviewed();
  story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  story.step({
    kind: 'set-facts',
    facts: {
      build: '1',
      environment: 'Production',
      deployer: 'agent',
      deployedAt: story.now,
      results: 'green',
    },
  });
  for (const item of ['plan', 'smoke'])
    story.step({ kind: 'tick', item, done: true, evidence: null });
  expect(story.refusal({ kind: 'witness', step: 'release', reason: null }, 'senior')).toContain(
    'retrospective',
  );
  story.step({ kind: 'witness', step: 'release', reason: 'The network was down.' }, 'senior');
  story.step({ kind: 'witness', step: 'post-release', reason: 'The network was down.' }, 'senior');
  expect(isSignedOff(story.release)).toBe(true);
  expect(isRetrospective(story.release)).toBe(true);
});

it('M10: a commit attested after it was deployed, and a release attested hours later, are after the fact', () => {
  const story = new KeyStory().reviewed();
  story.step({ kind: 'set-facts', facts: { deployedAt: '2026-03-02T08:00:00.000Z' } });
  expect(whyRetrospective(keyPolicy.release, story.release, 'commit', story.now)).toContain(
    'before the commit was attested',
  );
  expect(whyRetrospective(keyPolicy.release, story.release, 'release', story.now)).toContain(
    'more than 60 minutes',
  );
});

it('M10: what was signed and is changed later is void, with what was built on it', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-facts', facts: { build: '7.4.2' } });
  expect(attestationOf(story.release.chain, 'commit')).not.toBeNull();
  expect(attestationOf(story.release.chain, 'release')).toBeNull();
  expect(attestationOf(story.release.chain, 'post-release')).toBeNull();
  expect(brokenChain(story.release.chain)).toBeNull();
  expect(story.counted).toContain('sign-off-void');
  story
    .at('2026-03-02T13:00:00.000Z')
    .step({ kind: 'witness', step: 'release', reason: 'The build was named wrongly.' }, 'senior');
  expect(attestationOf(story.release.chain, 'release')).not.toBeNull();
});

it('M10: a role that is lost later changes nothing', () => {
  const story = new KeyStory().signedOff();
  story.policy = { ...story.policy, roles: { ...story.policy.roles, 'senior-engineer': [] } };
  story.turn();
  expect(isSignedOff(story.release)).toBe(true);
});

it.each([
  ['changed', 2, (record: object) => ({ ...record, at: '2026-03-02T11:00:00.000Z' })],
  ['signed by somebody else', 1, (record: object) => ({ ...record, by: 'dev' })],
  ['exchanged with its hash', 2, (record: object) => ({ ...record, hash: 'f'.repeat(64) })],
] as const)('M10: a record that was %s is found', (_what, number, tamper) => {
  const { chain } = new KeyStory().signedOff().release;
  const tampered = chain.map((record) =>
    record.number === number ? { ...record, ...tamper(record) } : record,
  );
  expect(brokenChain(tampered)?.number).toBe(number);
});

it('M10: a record that is missing is found', () => {
  const { chain } = new KeyStory().signedOff().release;
  expect(brokenChain(chain.slice(1))?.number).toBe(1);
  expect(brokenChain([...chain.slice(0, 1), ...chain.slice(2)])?.number).toBe(2);
});

it('KA-16: what blocks the finish is said in sentences, one after the other', () => {
  const story = begun();
  expect(story.refusal({ kind: 'finish-release' })).toContain(
    'No peer has reviewed the commit. No senior engineer has double-checked the commit. One required item of "Commit review" is not ticked.',
  );
});

it('K9: processing-related is asked, with no default', () => {
  const story = new KeyStory().signedOff();
  expect(story.refusal({ kind: 'finish-release' })).toContain('Nobody has said whether');
  story.step({ kind: 'set-processing', value: false });
  expect(story.refusal({ kind: 'finish-release' })).toBeNull();
  story.step({ kind: 'finish-release' });
  expect(story.refusal({ kind: 'tick', item: 'thanks', done: true, evidence: null })).toContain(
    'is finished',
  );
});

it.each([
  ['say-so', 'done'],
  ['put-back', 'wfs'],
] as const)(
  'KA-16: a ticket that is closed while its release is open: %s',
  (closedEarly, status) => {
    const story = new KeyStory({ policy: { release: { ...keyPolicy.release, closedEarly } } });
    story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
    story.moves('done').turn();
    expect(story.status).toBe(status);
    expect(story.clauses).toContain('KA-16');
  },
);
