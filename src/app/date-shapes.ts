// 3/4/2026 is one day in Chicago and another in London, so a page, an event and a file of settings write a day one way
// only. Files of accounts are asked which way they write theirs (K13): src/app/accounts/import/read-date.ts.
import * as v from 'valibot';

/** JavaScript takes 2026-02-30 for the second of March. */
const isInCalendar = (written: string): boolean => {
  const start = `${written.slice(0, 10)}T00:00:00.000Z`;
  return !Number.isNaN(Date.parse(start)) && new Date(start).toISOString() === start;
};

/** A day, as `2026-03-31`. @param what the reader calls it, with a capital */
export const day = (what: string) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.isoDate(`${what} must be a day such as 2026-03-31.`),
    v.check(isInCalendar, `${what} is a day that no calendar has.`),
  );

/** A point in time with its zone, as `2026-03-31T14:30:00Z`; read as UTC. @param what the reader calls it, with a capital */
export const instant = (what: string) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.isoTimestamp(`${what} must be a date and time such as 2026-03-31T14:30:00Z.`),
    v.check(isInCalendar, `${what} is on a day that no calendar has.`),
    v.transform((value) => new Date(value).toISOString()),
  );
