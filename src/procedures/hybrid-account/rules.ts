// The SOP of hybrid accounts, as the one engine runs it.
import { noticeLapse } from './crossroads';
import { keepGroups } from './who-knows';
import { onPublicComment, onStatus } from './happened';
import { openRows } from './lists';
import { hybridAccountRadar } from './radar';
import { unseenRows } from './unseen';
import { isAboard } from './onboarding';
import { onboardingOf, knowledgeOf, id } from './state';
import { waits } from './waits';
import { because } from '../../core/because';
import type { Procedure } from '../../core/procedure';

export const rules: Procedure = {
  id,
  onComment: onPublicComment,
  onChange: onStatus,
  waits,
  onTime: (c) => {
    noticeLapse(c);
    keepGroups(c);
  },
  wakeAt: () => null,
  radar: hybridAccountRadar,
  finished: ({ ledger }) => {
    const onboarding = onboardingOf(ledger);
    if (onboarding === undefined) return null;
    if (onboarding.ended != null)
      return because('HY-22', 'Both departments have ended the onboarding.');
    return isAboard(onboarding)
      ? because('HY-10', 'The account is aboard: every task of the onboarding is done.')
      : 'not-yet';
  },
  needs: (ledger) => {
    const onboarding = onboardingOf(ledger);
    return {
      customers: [
        ...(onboarding === undefined ? [] : [onboarding.cid]),
        ...(knowledgeOf(ledger)?.accounts ?? []),
      ],
    };
  },
  rows: (ledger) => [...unseenRows(ledger), ...openRows(ledger)],
};
