// Due times run in business minutes of the calendar of the person asked, and never stop for a customer's reply (AM-30).
import type { Ask } from './ask';
import {
  addBusinessMinutes,
  businessMinutesBefore,
  nextWorkingDay,
} from '../../core/calendar/business-time';
import type { AccountId, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { minutesFor, type Rung } from '../../core/policy';
import { calendarOf, responseCalendar, type Situation } from '../../core/situation';

export interface Clock {
  readonly dueAt: Instant;
  readonly reminders: readonly Instant[];
}

/** AM-19, A8: when an answer is due from somebody asked at `since`, and when they are reminded. */
export function clockFor(
  situation: Situation,
  rung: Rung,
  holder: AccountId,
  since: Instant,
  priority: PriorityId | null,
): Clock {
  const dueAt = addBusinessMinutes(
    responseCalendar(situation, holder),
    since,
    minutesFor(rung, priority),
  );
  return { dueAt, reminders: remindersBefore(situation, rung, holder, since, dueAt) };
}

/** The reminders a rung asks for that still lie between `since` and `dueAt`, in order. */
export function remindersBefore(
  situation: Situation,
  rung: Rung,
  holder: AccountId,
  since: Instant,
  dueAt: Instant,
): readonly Instant[] {
  const calendar = responseCalendar(situation, holder);
  return rung.remindBefore
    .map((minutes) => businessMinutesBefore(calendar, since, dueAt, minutes))
    .filter((at) => at > since && at < dueAt)
    .sort();
}

/** A15: at the end of the ladder the holder is reminded at the opening of every working day, unless nobody wants that. */
export const dailyReminders = (
  situation: Situation,
  ask: Ask,
  after: Instant,
): readonly Instant[] =>
  situation.queue.readings.afterLadder === 'daily'
    ? [nextWorkingDay(calendarOf(situation, ask.holder), after)]
    : [];
