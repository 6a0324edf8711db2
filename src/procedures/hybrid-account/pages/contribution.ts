import { hybridSettingsOf } from '../settings/policy';
import type { Contribution } from '../../../app/contribution';
import { hybridAccount } from '../hybrid-account';
import { gapOf } from '../knowledge';
import { knowledgeOf } from '../state';
import { newsFor } from './my-news';

export const hybridAccountContribution: Contribution = {
  order: 2,
  /** HY-01, HY-18: whether two departments share the account, and what one of them has not seen yet. */
  async badge(_ports, situation, ledger) {
    const hybrid = hybridSettingsOf(situation.policy);
    if (hybrid === undefined || hybridAccount(situation, hybrid) === null) return null;
    const knowledge = knowledgeOf(ledger);
    const gap =
      knowledge === undefined ? 0 : gapOf(knowledge, 'cs').length + gapOf(knowledge, 'fmc').length;
    return {
      marks: [
        { text: 'Hybrid', tone: 'new' },
        ...(gap === 0 ? [] : [{ text: `${gap} not acknowledged`, tone: 'moved' as const }]),
      ],
      line: null,
      notes: [],
    };
  },
  news: newsFor,
};
