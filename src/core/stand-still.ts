// What is owed by a procedure that cannot tell any more: its clocks stand still, on the radar, until it can again (X11).
import type { Case } from './case';
import { graceFromNow } from './climb';
import { after, type Clock, holdersOf, isTheirs, minutesUntil, toldSince } from './clock';
import { dayMs, later, plusMs } from './instant';
import { note } from './note-wait';

/** Nobody is told or reminded meanwhile; once a day it is looked at whether it goes on. */
export function standingStill(c: Case, clock: Clock): Clock {
  // What was not loaded has nothing to say, and nothing has happened to it.
  if (c.procedures.every(({ id }) => id !== clock.procedure)) return clock;
  if (clock.still !== undefined && clock.still.lookAt > c.now) return clock;
  const { since } = clock.still ?? { since: c.now };
  return { ...clock, still: { since, lookAt: plusMs(c.now, dayMs) } };
}

/** It goes on with what was left of its time, and a grace at least: meanwhile nobody could do it. */
export function goingOn(c: Case, stood: Clock): Clock {
  const { still, ...clock } = stood;
  if (still === undefined) return stood;
  if (
    c.now <= still.since ||
    toldSince(clock) === null ||
    clock.nextAt === null ||
    clock.question !== undefined
  )
    return clock;
  const [holder] = holdersOf(clock);
  const grace = graceFromNow(c, clock);
  if (!isTheirs(clock) || clock.late === true || holder === undefined)
    return { ...clock, nextAt: later(clock.nextAt, grace) };
  const minutes = minutesUntil(c, clock.dueAt, holder, still.since);
  const dueAt = later(clock.dueAt, grace, after(c, { minutes }, c.now, holder));
  note(c, clock, {
    text: `Goes on: ${clock.title}`,
    why: 'Its procedure is switched on again, and what was left of the time is left again.',
  });
  return { ...clock, dueAt, nextAt: dueAt };
}
