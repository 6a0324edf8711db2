// Reminders before the due time (A15): some business minutes ahead, as the step of the ladder says.
import { businessMinutesBefore } from './calendar/business-time';
import { type Clock, holdersOf, levelOf, toldSince } from './clock';
import { type Instant, later } from './instant';
import { responseCalendar, type Situation } from './situation';

/** The reminders that are still to come, in order; none where nobody knows of it yet. */
export function remindersOf(situation: Situation, clock: Clock): readonly Instant[] {
  const { remindBefore } = levelOf(clock);
  const [holder] = holdersOf(clock);
  const told = toldSince(clock);
  if (remindBefore.length === 0 || holder === undefined || told === null) return [];
  const calendar = responseCalendar(situation, holder);
  const reminded = later(told, clock.reminded ?? told);
  return remindBefore
    .map((minutes) => businessMinutesBefore(calendar, told, clock.dueAt, minutes))
    .filter((at) => at > reminded && at < clock.dueAt)
    .sort();
}

/** Before it is due, it is looked at for the next reminder. */
export function withReminder(situation: Situation, clock: Clock): Clock {
  if (clock.nextAt !== clock.dueAt || clock.late === true) return clock;
  const [next] = remindersOf(situation, clock);
  return next === undefined ? clock : { ...clock, nextAt: next };
}
