// KA-10, K6: a peer and a senior engineer, two different people, neither of them the author.
import { type Because, because } from '../../core/because';
import type { Situation } from '../../core/situation';
import type { ReleasePolicy } from './settings/policy';
import { whyOwnWork } from './duties';
import { isSenior, rankOf } from './rank';
import type { Release, Retrospective, Review } from './release';
import { wrong } from './say';

/** Why this person may not review the commit now; null when they may. */
export function whyNotReview(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
  as: 'peer' | 'senior',
  by: string,
): Because | null {
  const { facts, peer, senior, finished } = release;
  if (finished !== null) return because('KA-16', 'This release is finished.', {});
  const rank = rankOf(situation.policy, by);
  if (rank === null)
    return because(
      'KA-10',
      'Engineers review commits. An administrator names them in the settings.',
      {},
    );
  if (as === 'senior' && !isSenior(rank))
    return because('KA-10', 'The double-check is for a senior-level engineer or higher.', {
      'your role': rank,
    });
  if (facts.authors.length === 0)
    return wrong('KA-10', 'First say who wrote the code: nobody reviews their own.', 'authors');
  const own = whyOwnWork(situation, release, by, { clause: 'KA-10', verb: 'reviews' });
  if (own !== null) return own;
  if (facts.commit === null)
    return wrong('KA-10', 'First enter the SHA of the commit that is reviewed.', 'commit');
  const other = as === 'peer' ? senior : peer;
  if (other?.by === by && policy.reviews === 'two-people')
    return because('K6', 'Review and double-check are by two different people.', {
      yours: as === 'peer' ? 'the double-check' : 'the peer review',
    });
  return (as === 'peer' ? peer : senior) === null
    ? null
    : because(
        'KA-10',
        as === 'peer' ? 'A peer has reviewed it already.' : 'It is double-checked already.',
        {},
      );
}

/** The review of the commit as it is now; only asked where {@link whyNotReview} has nothing to say. */
export const reviewBy = (
  situation: Situation,
  { facts }: Release,
  by: string,
  retrospective: Retrospective | null,
): Review => ({
  by,
  at: situation.now,
  rank: rankOf(situation.policy, by) ?? 'engineer',
  commit: facts.commit ?? '',
  retrospective,
});
