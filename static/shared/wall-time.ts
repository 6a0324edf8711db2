import type { Instant } from '../../src/contract/why';

// What <input type="datetime-local"> speaks: a wall time without a zone. The zone is the viewer's Jira profile's, which
// need not be the browser's.

/** The wall time in a zone, as `2026-03-02T14:30`. @param at milliseconds */
export function wallTimeOf(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant of a wall time in a zone: the earlier one when clocks are set back over it, the one just after the gap
 * when clocks are set forward over it. Null when it is not a wall time.
 */
export function instantOfWallTime(wall: string, timeZone: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(wall)) return null;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (at: number): number => Date.parse(`${wallTimeOf(at, timeZone)}Z`) - at;
  // Offsets change at most once within a day of it: one of these two is the right one.
  const candidates = [offsetAt(asUtc - 86_400_000), offsetAt(asUtc + 86_400_000)].map(
    (offset) => asUtc - offset,
  );
  const exact = candidates.filter((at) => wallTimeOf(at, timeZone) === wall);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)).toISOString();
}

/** Noon of the next day from Monday to Friday: what a date field offers first. @param now milliseconds */
export function nextWeekdayNoon(now: number, timeZone: string): string {
  const today = Date.parse(`${wallTimeOf(now, timeZone).slice(0, 10)}T12:00Z`);
  for (let ahead = 1; ; ahead += 1) {
    const noon = new Date(today + ahead * 86_400_000);
    if (noon.getUTCDay() !== 0 && noon.getUTCDay() !== 6) return noon.toISOString().slice(0, 16);
  }
}
