// Until when: one rule for whatever has a due time, a wait of the engine as well as the account manager's answer.
import type { BusinessCalendar } from './calendar/business-calendar';
import { dueAfterDays } from './calendar/business-days';
import { addBusinessMinutes } from './calendar/business-time';
import { type Instant, later } from './instant';
import type { QueuePolicy } from './policy';
import type { Allowance } from './wait';

/** What a due time follows from. */
export interface DueFrom {
  /** In whose working time it runs. */
  readonly calendar: BusinessCalendar;
  /** From when on: what made it owed, or when they were told, whichever was later. */
  readonly base: Instant;
  readonly within: Allowance;
  /** A date that was promised and accepted: it outranks whatever would make it earlier. */
  readonly promised?: Instant | null | undefined;
  /** Not before this: a date that was agreed, or what they have at least from when they were told. */
  readonly notBefore?: Instant | null | undefined;
}

/** The latest of the response time, a promised date, and what is left to somebody at least (AM-19, A18). */
export const dueAt = ({ calendar, base, within, promised, notBefore }: DueFrom): Instant =>
  later(end(calendar, within, base), ...[promised, notBefore].filter((one) => one != null));

/** The moment at which that much working time has passed: nothing is no time, and a day ends with its work. */
export function end(calendar: BusinessCalendar, allowance: Allowance, from: Instant): Instant {
  if ('minutes' in allowance)
    return allowance.minutes === 0 ? from : addBusinessMinutes(calendar, from, allowance.minutes);
  return allowance.days === 0 ? from : dueAfterDays(calendar, from, allowance.days);
}

/** What is used where settings from before it do not say it. */
const usualGraceMinutes = 30;

/** What somebody has at least from being told (A18): nobody is called late who was not told a while before. */
export const graceIn = ({ times }: Pick<QueuePolicy, 'times'>): { readonly minutes: number } => ({
  minutes: times?.graceMinutes ?? usualGraceMinutes,
});

/** Half a working day is enough to answer, where settings from before it do not say it. */
const usualAnswerMinutes = 240;

/** How long whoever asked for something has to answer a question about it (AM-30). */
export const answerIn = ({ times }: Pick<QueuePolicy, 'times'>): { readonly minutes: number } => ({
  minutes: times?.answerMinutes ?? usualAnswerMinutes,
});
