import { accessOf } from '../../src/procedures/access-request/state';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { changeRequestSettingsOf } from '../../src/procedures/change-request/settings/policy';
import { isOver } from '../../src/procedures/change-request/standing';
import { changeOf, movedOf } from '../../src/procedures/change-request/state';
import { isRunning } from '../../src/procedures/hybrid-account/onboarding';
import { both, gapOf } from '../../src/procedures/hybrid-account/knowledge';
import {
  integrationOf,
  knowledgeOf,
  onboardingOf,
} from '../../src/procedures/hybrid-account/state';
import { openEscalation } from '../../src/procedures/key-account/escalation';
import { keyPartOf } from '../../src/procedures/key-account/key-part';
import type { Course } from '../support/course';

/** Is anything left to be done, by what the written procedure says and not by what the app lists? */
export function isOpen({ ledger, situation, ticket }: Course): boolean {
  const change = changeOf(ledger);
  const policy = changeRequestSettingsOf(situation.queue);
  const key = keyPartOf(ledger);
  const knowledge = knowledgeOf(ledger);
  return (
    (change !== undefined &&
      movedOf(ledger) === undefined &&
      (policy === undefined || !isOver(change, policy))) ||
    (accessOf(ledger)?.rows ?? []).some(
      ({ progress }) => !['verified', 'done', 'not-needed'].includes(progress),
    ) ||
    asksOf(ledger).ask !== null ||
    asksOf(ledger).waiting !== null ||
    isRunning(onboardingOf(ledger)) ||
    integrationOf(ledger).tickets.some(({ resolved }) => resolved === null) ||
    (knowledge !== undefined &&
      (knowledge.questions.some(({ answered }) => answered === null) ||
        both.some((side) => gapOf(knowledge, side).length > 0))) ||
    (key?.release != null && key.release.finished === null) ||
    (key != null && openEscalation(key.escalations) !== null) ||
    (key?.monthEnd != null && key.monthEnd.confirmed === null) ||
    (key?.meeting != null &&
      (key.meeting.outcome === null || key.meeting.actions.some(({ done }) => done === null))) ||
    (key?.designation != null && key.designation.decided === null) ||
    (ticket.requestType === 'Release' && key?.release == null && key?.noRelease == null)
  );
}
