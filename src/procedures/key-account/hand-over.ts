// K5: a witness who leaves, or loses the role, between the steps hands over with a reason; both stand in the chain.
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import { absenceOf } from '../../core/holder';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import { isThere, type Situation } from '../../core/situation';
import { chained } from './chain';
import { whyOwnWork } from './duties';
import { isSenior, rankOf } from './rank';
import type { Release } from './release';
import { keep, wrong } from './say';
import type { KeyAccountPolicy, ReleasePolicy } from './settings/policy';
import { nextStepOf, stepNames, witnessOf } from './witness';

/** Can somebody not go on as a witness: gone, away, or no senior engineer any more? */
export const cannotGoOn = (situation: Situation, witness: AccountId): boolean =>
  !isThere(situation, witness) ||
  !isSenior(rankOf(situation.policy, witness)) ||
  absenceOf(situation, witness) !== null;

/** Why this person may not hand the release over to another witness; null when they may. */
export function whyNotHandOver(
  situation: Situation,
  policy: ReleasePolicy,
  release: Release,
  by: AccountId,
): Because | null {
  const witness = witnessOf(release.chain);
  if (policy.witness.who !== 'same-for-all')
    return because('K5', 'Here each step has a witness of its own, so nothing is handed over.', {});
  if (witness === null)
    return because('K5', 'Nobody has witnessed a step yet, so any senior engineer may.', {});
  if (nextStepOf(release.chain) === null)
    return because('K5', 'All three steps are witnessed already.', {});
  if (by === witness) return null;
  const name = nameOf(situation.people, witness);
  if (!isSenior(rankOf(situation.policy, by)))
    return because('K5', `${name}, or a senior-level engineer, hands it over.`, { witness: name });
  return cannotGoOn(situation, witness)
    ? null
    : because('K5', `${name} is there and may go on, or hand it over.`, { witness: name });
}

export function handOver(
  c: Case,
  { release: policy }: KeyAccountPolicy,
  release: Release,
  step: { readonly to: AccountId; readonly reason: string },
  by: AccountId,
): Because | null {
  const refused = whyNotHandOver(c, policy, release, by);
  if (refused !== null) return refused;
  const from = witnessOf(release.chain) ?? by;
  const next = nextStepOf(release.chain) ?? 'post-release';
  const to = nameOf(c.people, step.to);
  if (step.to === from) return wrong('K5', `${to} is the witness already.`, 'to');
  if (!isSenior(rankOf(c.policy, step.to)))
    return wrong('K5', `${to} is no senior-level engineer.`, 'to');
  if (
    policy.witness.notOwnWork &&
    whyOwnWork(c, release, step.to, { clause: 'K5', verb: 'has to witness' }) !== null
  )
    return wrong('K5', `For ${to} this release is their own work.`, 'to');
  const reason = step.reason.trim();
  if (reason.length < 5) return wrong('K5', 'Say why, in a sentence.', 'reason');
  const chain = chained(release.chain, {
    kind: 'handed-over',
    step: next,
    at: c.now,
    by,
    rank: rankOf(c.policy, by),
    content: { from, to: step.to, reason },
    retrospective: null,
  });
  keep(c, { release: { ...release, chain } });
  c.done(
    c.now,
    by,
    `Witness handed over from ${nameOf(c.people, from)} to ${to}, before the ${stepNames[next]}`,
    because('K5', 'One person witnesses all three; who cannot go on hands over, with a reason.', {
      from: nameOf(c.people, from),
      to,
      reason,
    }),
  );
  return null;
}
