/** `16 Mar 2026`: a day without a clock means the same in every zone. */
export const spellDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(`${day.slice(0, 10)}T00:00:00Z`));

/** `March 2026`. @param month such as `2026-03` */
export const spellMonth = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

/** `Mar`, and `Jan 26` where a year begins. */
export const spellMonthShort = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'short',
    ...(month.endsWith('-01') ? { year: '2-digit' } : {}),
  }).format(Date.parse(`${month}-01T00:00:00Z`));

/** `16 Mar`. */
export const spellDayShort = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
