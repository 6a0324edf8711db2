const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'long' });

/** As a person says it: "5 minutes ago", "in 2 hours"; after a week the date. */
export function spellMoment(at: number, now: number, timeZone: string): string {
  const delta = at - now;
  const size = Math.abs(delta);
  if (size < minute) return 'just now';
  if (size < hour) return relative.format(Math.trunc(delta / minute), 'minute');
  if (size < day) return relative.format(Math.trunc(delta / hour), 'hour');
  if (size < 7 * day) return relative.format(Math.trunc(delta / day), 'day');
  return spellDate(at, timeZone);
}

export const spellDate = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);

export const spellDateTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);

/** `EST`, as the stage's clock says it. */
export function zoneName(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(
    at,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Jira writes `2026-03-02T14:30:00.000+0000`, which not every browser reads. */
export const instantOf = (written: string): number =>
  Date.parse(written.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
