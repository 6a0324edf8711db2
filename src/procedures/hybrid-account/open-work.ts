import type { Ledger } from '../../core/ledger';
import { both, gapOf } from './knowledge';
import { openTickets } from './integration';
import { isRunning } from './onboarding';
import { integrationOf, knowledgeOf, onboardingOf } from './state';

/** Something of this SOP is going on here, so that somebody owes something. */
export function workOpen(ledger: Ledger): boolean {
  const onboarding = onboardingOf(ledger);
  const knowledge = knowledgeOf(ledger);
  return (
    isRunning(onboarding) ||
    (knowledge !== undefined &&
      (both.some((side) => gapOf(knowledge, side).length > 0) ||
        knowledge.questions.some(({ answered }) => answered === null))) ||
    openTickets(integrationOf(ledger)).length > 0
  );
}
