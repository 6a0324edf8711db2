// K1: what was signed after the deployment is retrospective, whenever it is said when that was.
import { brokenChain } from '../../../src/procedures/key-account/chain';
import { isRetrospective } from '../../../src/procedures/key-account/witness';
import { marksOf } from '../../../src/procedures/key-account/signing';
import { KeyStory } from '../../support/key-account';

/** Everything that belongs before the deployment is signed, and nobody has said when it was deployed. */
function signed(): KeyStory {
  const story = new KeyStory().at('2026-03-09T10:00:00.000Z');
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'https://code.example/42' });
  story.step({ kind: 'review', as: 'peer' }, 'peer');
  story.step({ kind: 'review', as: 'senior' }, 'second senior');
  story.step({ kind: 'client-review' });
  story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
  return story;
}

const deployed = (story: KeyStory, deployedAt: string): KeyStory => {
  story.at('2026-03-09T10:30:00.000Z');
  const facts = { build: '7', environment: 'Production', deployer: 'agent', deployedAt };
  expect(story.step({ kind: 'set-facts', facts }).refused).toBeNull();
  return story;
};

const late = ({ release }: KeyStory): string[] =>
  marksOf(release).flatMap(({ name, mark }) => (mark === null ? [] : [name]));

const noted = ({ ledger }: KeyStory): string[] =>
  ledger.journal.map(({ text }) => text).filter((text) => text.startsWith('Retrospective'));

it('deployed a week before: reviews, client review and attestation are late, and it is noted', () => {
  const story = signed();
  expect([late(story), isRetrospective(story.release)]).toEqual([[], false]);
  deployed(story, '2026-03-02T12:00:00.000Z');
  expect(late(story)).toEqual(['peer review', 'double-check', 'client review', 'commit']);
  expect(isRetrospective(story.release)).toBe(true);
  expect(noted(story)).toEqual(['Retrospective: peer review, double-check, client review, commit']);
  // What was signed is not written over.
  expect(story.release.chain[0]?.retrospective).toBeNull();
  expect(brokenChain(story.release.chain)).toBeNull();
});

it('deployed after it was signed, or in the same minute: nothing is late', () => {
  const story = deployed(signed(), '2026-03-09T10:00:00.000Z');
  expect([late(story), noted(story)]).toEqual([[], []]);
});

it('the release that is signed off counts as retrospective', () => {
  const story = deployed(signed(), '2026-03-02T12:00:00.000Z');
  story.step({ kind: 'tick', item: 'plan', done: true, evidence: null });
  story.step({ kind: 'witness', step: 'release', reason: 'Nobody was there.' }, 'senior');
  story.step({ kind: 'tick', item: 'smoke', done: true, evidence: null });
  story.step({ kind: 'set-facts', facts: { results: 'All green.' } });
  story.at('2026-03-09T10:40:00.000Z');
  story.step({ kind: 'witness', step: 'post-release', reason: null }, 'senior');
  expect(late(story)).toContain('commit');
  expect(isRetrospective(story.release)).toBe(true);
});

it('a date that is corrected is judged anew; what was marked when it was signed stays marked', () => {
  const story = deployed(signed(), '2026-03-02T12:00:00.000Z');
  deployed(story, '2026-03-09T10:20:00.000Z');
  expect(late(story)).toEqual([]);
  const known = new KeyStory().at('2026-03-09T10:00:00.000Z');
  known.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  known.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  deployed(known, '2026-03-02T12:00:00.000Z');
  known.step({ kind: 'review', as: 'peer', reason: 'Everybody was ill.' }, 'peer');
  deployed(known, '2026-03-09T10:30:00.000Z');
  expect(late(known)).toEqual(['peer review']);
  expect(known.release.peer?.retrospective?.reason).toBe('Everybody was ill.');
});
