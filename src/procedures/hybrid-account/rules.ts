// The SOP of hybrid accounts, as the one engine runs it.
import { noticeLapse } from './crossroads';
import { onPublicComment, onStatus } from './happened';
import { openRows } from './lists';
import { hybridAccountRadar } from './radar';
import { unseenRows } from './unseen';
import { onboardingOf, knowledgeOf, id } from './state';
import { waits } from './waits';
import type { Procedure } from '../../core/procedure';

export const rules: Procedure = {
  id,
  onComment: onPublicComment,
  onChange: onStatus,
  waits,
  onTime: noticeLapse,
  wakeAt: () => null,
  radar: hybridAccountRadar,
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
