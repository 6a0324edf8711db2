// The SOP's ladders as steps above the team lead, who chases a customer (EA-15 … EA-17).
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { Instant } from '../../core/instant';
import type { WaitStep } from '../../core/wait';
import type { AccessPolicy, EscalatedTo, EscalationWhy } from './settings/policy';

type Step = AccessPolicy['ladders'][EscalationWhy][number];

/** The team lead has it from the start, so a first step to them is the due time itself. */
const beyondLead = (steps: readonly Step[]): readonly Step[] =>
  steps[0]?.to === 'team-lead' && steps[0].afterDays === 0 ? steps.slice(1) : steps;

/** Who of our people hears of it after the team lead. What the CSM does at the customer is a wait of its own. */
export function ladderAbove({ ladders }: AccessPolicy, why: EscalationWhy): readonly WaitStep[] {
  const above: WaitStep[] = [];
  let days = 0;
  for (const { to, afterDays } of beyondLead(ladders[why])) {
    days += afterDays;
    if (to === 'customer') continue;
    above.push({ to, after: { days } });
    days = 0;
  }
  return above;
}

/** EA-17: when the CSM turns to the customer contact; undefined where the ladder ends before that. */
export function customerAt(
  { ladders }: AccessPolicy,
  calendar: BusinessCalendar,
  dueAt: Instant,
): Instant | undefined {
  const to: EscalatedTo = 'customer';
  const place = ladders.late.findIndex((step) => step.to === to);
  if (place < 0) return undefined;
  return ladders.late
    .slice(0, place + 1)
    .reduce(
      (at, { afterDays }) => (afterDays === 0 ? at : dueAfterDays(calendar, at, afterDays)),
      dueAt,
    );
}
