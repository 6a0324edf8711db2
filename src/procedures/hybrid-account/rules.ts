// The SOP of hybrid accounts, as the one engine runs it.
import { unseenRows } from './unseen';
import { onboardingOf, knowledgeOf, id } from './state';
import type { Procedure } from '../../core/procedure';
import { informOnTime, informWakeAt } from './inform-on-time';
import { onboardingOnTime, onboardingWakeAt } from './run-onboarding';
import { earliest } from '../../core/instant';

export const rules: Procedure = {
  id,
  onTime(c) {
    onboardingOnTime(c);
    informOnTime(c);
  },
  wakeAt: (ledger) =>
    earliest(onboardingWakeAt(onboardingOf(ledger)), informWakeAt(knowledgeOf(ledger))),
  needs: (ledger) => {
    const onboarding = onboardingOf(ledger);
    return {
      customers: [
        ...(onboarding === undefined ? [] : [onboarding.cid]),
        ...(knowledgeOf(ledger)?.accounts ?? []),
      ],
    };
  },
  rows: unseenRows,
};
