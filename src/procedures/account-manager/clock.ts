// Due times run in business minutes of the calendar of the person asked, and never stop for a customer's reply (AM-30).
import type { Ask } from './ask';
import {
  addBusinessMinutes,
  businessMinutesBefore,
  nextWorkingDay,
} from '../../core/calendar/business-time';
import { dueAt, graceIn } from '../../core/due';
import type { AccountId, PriorityId } from '../../core/ids';
import type { Instant } from '../../core/instant';
import { entryById, minutesFor, type Rung } from '../../core/policy';
import { calendarOf, responseCalendar, type Situation } from '../../core/situation';

export interface Clock {
  readonly dueAt: Instant;
  readonly reminders: readonly Instant[];
}

/** From when somebody's time counts, and when they were told of it. */
export interface Asked {
  readonly since: Instant;
  /** Later than `since` where what they were asked was found late; they have the grace from then on all the same. */
  readonly told: Instant;
}

/** The ladder of the ask as it was opened; one from before that was kept has the entry's, or the queue's first. */
export const ladderOf = ({ queue }: Situation, ask: Ask): readonly Rung[] =>
  ask.ladder ??
  (entryById(queue, ask.entryId) ?? queue.entries.find(({ mode }) => mode === 'tag'))?.ladder ??
  [];

/** AM-19, A8: when an answer is due from somebody asked at `since`, and when they are reminded. */
export function clockFor(
  situation: Situation,
  rung: Rung,
  holder: AccountId,
  { since, told }: Asked,
  priority: PriorityId | null,
): Clock {
  const minutes = minutesFor(rung, priority);
  const due = dueAt({
    calendar: responseCalendar(situation, holder),
    base: since,
    within: { minutes },
    notBefore: told > since ? graceFrom(situation, holder, told, minutes) : null,
  });
  return { dueAt: due, reminders: remindersBefore(situation, rung, holder, told, due) };
}

/**
 * What somebody has at least who is told at that moment (A18): nobody is called silent who was not told a grace before.
 * @param most the response time, where that is shorter
 */
export const graceFrom = (
  situation: Situation,
  holder: AccountId,
  told: Instant,
  most = Infinity,
): Instant =>
  addBusinessMinutes(
    responseCalendar(situation, holder),
    told,
    Math.min(most, graceIn(situation.queue).minutes),
  );

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
