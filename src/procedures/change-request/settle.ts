// After every step: which one is open now, whose it is, and when silence about it is too long.
import { saveChange, changeNow } from './state';
import type { Case } from '../../core/case';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { AccountId } from '../../core/ids';
import { calendarOf } from '../../core/situation';
import type { ChangeRequestPolicy } from './settings/policy';
import { lifecycle, type Step } from './lifecycle';
import { holdersOfStep } from './may';
import { presentSteps } from './standing';
import { handOverWords } from './words';

/** Steps in which something is built or tested by us, so that silence is worth a nudge (C9). */
const built = new Set(
  lifecycle
    .slice(lifecycle.findIndex(({ key }) => key === 'development'))
    .filter(({ owner }) => owner !== 'customer')
    .map(({ key }) => key),
);

export const isBuilding = (step: Step | undefined): step is Step =>
  step !== undefined && built.has(step.key);

/** What the step before did beside moving on. */
interface Did {
  /** Whoever holds the present step was tagged already, by the words of a "no". */
  readonly told?: boolean;
  /** Something was said about what is being built. */
  readonly spoke?: boolean;
}

/** Remembers the present step; where it passes to somebody else of ours, they are tagged. */
export function settle(
  c: Case,
  policy: ChangeRequestPolicy,
  by: AccountId,
  { told = false, spoke = false }: Did = {},
): void {
  const change = changeNow(c);
  if (change.hold !== null || change.withdrawn !== null) return;
  const [present] = presentSteps(change, policy);
  const at = present?.key ?? null;
  const { now } = c;
  const staleAt = isBuilding(present)
    ? dueAfterDays(calendarOf(c, null), now, policy.staleDays)
    : null;
  if (at === change.at) {
    if (spoke || (change.staleAt === null) !== (staleAt === null))
      saveChange(c, { ...change, staleAt });
    return;
  }
  saveChange(c, { ...change, at, stepSince: now, staleAt });
  // Gates that are asked tag their own people when they are asked.
  if (told || present === undefined || present.gate?.asked === true) return;
  const holders = holdersOfStep(c, present).slice(0, 3);
  if (holders.length > 0 && !holders.includes(by))
    c.announce(
      handOverWords(c, present, holders, change.content.version),
      null,
      present.clause,
      null,
    );
}
