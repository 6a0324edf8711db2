// What people do about a release of a key account.
import type { KeyStep } from './acts';
import { KeyStory } from './key-account';

export const set = (facts: (KeyStep & { kind: 'set-facts' })['facts']): KeyStep => ({
  kind: 'set-facts',
  facts,
});
export const review = (as: 'peer' | 'senior', reason?: string): KeyStep => ({
  kind: 'review',
  as,
  ...(reason === undefined ? {} : { reason }),
});
export const witness = (
  step: 'commit' | 'release' | 'post-release',
  reason: string | null = null,
): KeyStep => ({ kind: 'witness', step, reason });

/** Documented, with a commit, and deployed on Monday at ten; nothing is signed. */
export function deployed(): KeyStory {
  const story = new KeyStory();
  story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
  story.step(set({ commit: 'a1b2c3d4', deployedAt: story.now }));
  return story.at('2026-03-09T10:00:00.000Z');
}
