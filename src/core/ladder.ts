// A ladder of people: who is told when nobody acts, one step after the other, in business days.
import type { BusinessCalendar } from './calendar/business-calendar';
import { dueAfterDays } from './calendar/business-days';
import type { Instant } from './instant';

/** One step: who is told, and how many business days after the step before. */
export interface LadderStep<To extends string> {
  readonly to: To;
  readonly afterDays: number;
}

/** Where on a ladder something stands. */
export interface Climb {
  /** Place of the step that was taken last. */
  readonly step: number;
  readonly since: Instant;
  /** When the next step is due; null at the top. */
  readonly nextAt: Instant | null;
}

const standing = <To extends string>(
  steps: readonly LadderStep<To>[],
  calendar: BusinessCalendar,
  step: number,
  at: Instant,
): Climb => {
  const next = steps[step + 1];
  return {
    step,
    since: at,
    nextAt: next === undefined ? null : dueAfterDays(calendar, at, next.afterDays),
  };
};

/** The first step, taken at `at`; null for a ladder without steps. */
export const firstStep = <To extends string>(
  steps: readonly LadderStep<To>[],
  calendar: BusinessCalendar,
  at: Instant,
): Climb | null => (steps.length === 0 ? null : standing(steps, calendar, 0, at));

/** The next step when it is due by `now`, or null while it is not, or nobody is above. */
export const nextStep = <To extends string>(
  steps: readonly LadderStep<To>[],
  calendar: BusinessCalendar,
  climb: Climb,
  now: Instant,
): Climb | null =>
  climb.nextAt === null || climb.nextAt > now || steps[climb.step + 1] === undefined
    ? null
    : standing(steps, calendar, climb.step + 1, now);
