// What people do with an onboarding and with what they know, each as one step from where the ledger stands.
import type { Act } from '../../core/act';
import { type Because, because } from '../../core/because';
import type { Draft } from '../../core/draft';
import type { AccountId } from '../../core/ids';
import type { Situation } from '../../core/situation';
import type { HybridStep } from './act';
import { announceAll, answerQuestion, askOther, markSeen, share } from './inform';
import { raiseIntegration } from './raise-integration';
import { acknowledge, setLink, setMeeting, startOnboarding, tick } from './run-onboarding';
import { hybridSettingsOf } from './settings/policy';

/** @param step what somebody does for a hybrid account */
export const hybridAct = (step: HybridStep): Act => ({
  perform: (draft, situation, { accountId }) => performHybrid(draft, situation, step, accountId),
  ...(step.kind === 'start'
    ? { naming: [step.cid] }
    : step.kind === 'announce'
      ? { naming: step.customers }
      : {}),
});

/** Does the step, or says why it is refused; a refused step changes nothing. */
function performHybrid(
  draft: Draft,
  situation: Situation,
  step: HybridStep,
  by: AccountId,
): Because | null {
  const policy = hybridSettingsOf(situation.policy);
  if (policy === undefined)
    return because(
      'HY-01',
      'Hybrid accounts are not set up here. An administrator can add them to the settings.',
      {},
    );
  switch (step.kind) {
    case 'start':
      return startOnboarding(draft, situation, policy, step, by);
    case 'task-done':
      return tick(draft, situation, policy, step, by);
    case 'acknowledge-onboarding':
      return acknowledge(draft, situation, by);
    case 'set-object':
    case 'set-channel':
      return setLink(draft, situation, step, by);
    case 'set-meeting':
      return setMeeting(draft, situation, step.at, by);
    case 'share':
      return share(draft, situation, policy, step, by);
    case 'announce':
      return announceAll(draft, situation, policy, step, by);
    case 'seen':
      return markSeen(draft, situation, step.upTo, by);
    case 'ask':
      return askOther(draft, situation, policy, step.text, by);
    case 'answer':
      return answerQuestion(draft, situation, step, by);
    case 'raise-integration':
      return raiseIntegration(draft, situation, policy, step, by);
  }
}
