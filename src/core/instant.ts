/** A point in time, ISO 8601 in UTC with milliseconds (`2026-03-02T14:30:00.000Z`): as text it sorts as time does. */
export type Instant = string;

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Epoch milliseconds of an instant, or of any ISO time with an offset. */
export const msOf = (instant: Instant): number => Date.parse(instant);

/** @throws RangeError when `ms` is not a time */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/** `instant` moved by `ms`, backwards when negative. */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

/** The earliest of those that are set, or null when none is. */
export const earliest = (...instants: readonly (Instant | null | undefined)[]): Instant | null =>
  instants.reduce<Instant | null>(
    (first, one) => (one != null && (first === null || one < first) ? one : first),
    null,
  );

/** The latest of them. */
export const later = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((one, other) => (one > other ? one : other), first);
