// What people do about key accounts: each step goes where it belongs.
import type { Act, Actor } from '../../core/act';
import type { Because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { Situation } from '../../core/situation';
import { aboutKeyAccounts } from './about';
import type { KeyStep } from './act';
import { performEscalation } from './escalation-steps';
import { decideListing, propose } from './listing-steps';
import { confirmMonthEnd } from './month-end-steps';
import type { KeyAccountPolicy } from './settings/policy';
import { expected } from './record-cycle';
import { performRelease } from './release-steps';
import { keep, partOf } from './say';

/** @param step what somebody does about key accounts */
export const keyAct = (step: KeyStep): Act => ({
  perform: aboutKeyAccounts((draft, situation, policy, actor) =>
    performKey(draft, situation, policy, step, actor),
  ),
  ...(step.kind === 'start-release' ? { choosing: step.cid } : {}),
  ...(step.kind === 'propose' ? { naming: [step.cid] } : {}),
});

/** Does the step, or says why it is refused; a refused step changes nothing. */
function performKey(
  draft: Draft,
  situation: Situation,
  policy: KeyAccountPolicy,
  step: KeyStep,
  actor: Actor,
): Because | null {
  switch (step.kind) {
    case 'propose':
      return propose(draft, situation, policy, step, actor);
    case 'decide-listing':
      return decideListing(draft, situation, policy, step, actor);
    case 'escalate':
    case 'answer-escalation':
    case 'resolve-escalation':
      return performEscalation(draft, situation, policy, step, actor);
    case 'confirm-month-end':
      return confirmMonthEnd(draft, situation, step.note, actor);
    default: {
      const refused = performRelease(draft, situation, policy, step, actor);
      const { release } = partOf(draft);
      if (refused === null && release !== null)
        keep(draft, {
          release: { ...release, ...expected(situation, policy.release.cycles, release) },
        });
      return refused;
    }
  }
}
