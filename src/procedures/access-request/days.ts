// Days that people write, as moments: a day says no hour, so noon where the team works.
import { type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { type Instant, instantOf } from '../../core/instant';
import { calendarOf, type Situation } from '../../core/situation';

const noon = 12 * 60;

/** Noon of that day; never later than now, so that what happened today has happened. */
export function noonOf(situation: Situation, day: LocalDate): Instant {
  const at = instantOf(utcOfLocal(calendarOf(situation, null).timeZone, day, noon));
  return at < situation.now ? at : situation.now;
}
