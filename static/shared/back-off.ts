const longest = 15 * 60_000;

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
