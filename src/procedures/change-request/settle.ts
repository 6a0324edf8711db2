// After every step: which one is open now, and since when. Whoever has it hears so by the engine, from `waits.ts`.
import { saveChange, changeNow } from './state';
import type { Case } from '../../core/case';
import type { ChangeRequestPolicy } from './settings/policy';
import { lifecycle, type Step, type StepKey } from './lifecycle';
import { presentSteps } from './standing';

/** Steps in which something is built or tested by us, so that the customer wants to read of it (C9). */
const built = new Set(
  lifecycle
    .slice(lifecycle.findIndex(({ key }) => key === 'development'))
    .filter(({ owner }) => owner !== 'customer')
    .map(({ key }) => key),
);

export const isBuilding = (step: Step | undefined): step is Step =>
  step !== undefined && built.has(step.key);

/** Remembers the present step. @param spoke something was said about what is being built */
export function settle(c: Case, policy: ChangeRequestPolicy, spoke = false): void {
  const change = changeNow(c);
  if (change.hold !== null || change.withdrawn !== null) return;
  const [present] = presentSteps(change, policy);
  const at = present?.key ?? null;
  const { now } = c;
  const said = spoke && isBuilding(present) ? { ...change, spokeAt: now } : change;
  if (at !== change.at)
    saveChange(c, {
      ...said,
      at,
      // A step that was open beside the one before has not begun just now.
      stepSince: besides(change.at, present) ? change.stepSince : now,
    });
  else if (said !== change) saveChange(c, said);
}

const besides = (before: StepKey | null, step: Step | undefined): boolean =>
  before !== null && step?.beside === before;
