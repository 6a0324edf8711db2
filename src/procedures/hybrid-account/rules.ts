// The SOP of hybrid accounts, as the one engine runs it.
import { unseenRows } from './unseen';
import { isAboard } from './onboarding';
import { onboardingOf, knowledgeOf, id } from './state';
import { because } from '../../core/because';
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
  finished: ({ ledger }) => {
    const onboarding = onboardingOf(ledger);
    if (onboarding === undefined) return null;
    return isAboard(onboarding)
      ? because('HY-10', 'The account is aboard: every task of the onboarding is done.')
      : 'not-yet';
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
