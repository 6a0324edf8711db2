const longest = 15 * 60_000;

/** What happens in Jira reaches the app a few seconds later: milliseconds after an event at which a page looks again. */
export const afterEvent = [3_000, 15_000] as const;

/**
 * How long a page that nobody touches waits until it reads again by itself: twice as long each time, at most a quarter of
 * an hour. What changes in Jira is told by an event, and what happens at a known moment is read then, so that a page which
 * lies open costs little and shows nothing late.
 *
 * @param untouched readings by itself since somebody touched the page or something changed
 * @param usual milliseconds between two readings of a page that is in use
 * @param nextMoment milliseconds until something is known to happen, or null
 */
export function pauseAfter(untouched: number, usual: number, nextMoment: number | null): number {
  // What is carried out right now is looked at often, whoever looks.
  if (usual < 60_000) return usual;
  const pause = Math.max(usual, Math.min(longest, usual * 2 ** untouched));
  return nextMoment === null || nextMoment <= 0 ? pause : Math.min(pause, nextMoment);
}

/** What a page does: read again, look whether what it shows is still true, or nothing. */
export type Asks = 'read' | 'look' | 'nothing';

interface Standing {
  /** Milliseconds between two readings of a page that is in use. */
  readonly usual: number;
  /** The pauses grow while nobody touches it. */
  readonly backsOff: boolean;
  /** It can look instead of reading. */
  readonly looks: boolean;
  /** Milliseconds until something is known to happen, or null. */
  readonly moment: number | null;
  readonly untouched: number;
  /** Milliseconds until a look that an event asked for. */
  readonly soonest: number | undefined;
}

/** When a page does something by itself next, in milliseconds, and what. */
export function nextOf({ usual, backsOff, looks, moment, untouched, soonest }: Standing): {
  readonly pause: number;
  readonly asks: Asks;
} {
  if (!backsOff) return { pause: usual, asks: 'read' };
  const pause = pauseAfter(untouched, usual, moment);
  if (!looks) return { pause, asks: 'read' };
  if (soonest !== undefined && soonest < pause) return { pause: soonest, asks: 'look' };
  // What happens at that moment changes what the page says, whether or not the app has anything to note.
  return { pause, asks: pause === moment ? 'read' : 'look' };
}
