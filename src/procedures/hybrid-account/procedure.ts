// The SOP of hybrid accounts, as the one engine runs it.
import type { Sop } from '../../core/procedure';
import { informOnTime, informWakeAt } from './inform-on-time';
import { onboardingOnTime, onboardingWakeAt } from './run-onboarding';
import { earliest } from '../../core/instant';

export const hybrid: Sop = {
  onTime(draft, situation) {
    onboardingOnTime(draft, situation);
    informOnTime(draft, situation);
  },
  wakeAt: (ledger) => earliest(onboardingWakeAt(ledger.onboarding), informWakeAt(ledger.knowledge)),
};
